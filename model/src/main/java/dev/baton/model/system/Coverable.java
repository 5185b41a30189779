package dev.baton.model.system;

import dev.baton.model.expr.Expr;
import dev.baton.model.source.Span;
import java.util.List;
import java.util.OptionalInt;

/**
 * Something that was written to be of use in some behaviour, so that it is worth a word if it is of use in none.
 *
 * @param words what it is called in a diagnostic: the arguments of its template
 * @param premise the number of another, without which this is not worth a word: a statement that control never reaches
 *     is not the one to look at
 * @param sight when it counts as used
 */
public record Coverable(Kind kind, List<String> words, Span span, OptionalInt premise, Sight sight) {

    public Coverable {
        words = List.copyOf(words);
    }

    public enum Kind {
        /** An {@code action}: is it ever enabled? */
        ACTION("action"),
        /** An {@code on} handler: does it ever run? */
        HANDLER("handler"),
        /** An interrupt handler: does it ever start? */
        INTERRUPT("interrupt"),
        /** A declared fault: does it ever strike? */
        FAULT("fault"),
        /** A statement of a task or interrupt handler: is it ever done? */
        STEP("step"),
        /** A branch of an {@code if}, {@code while}, {@code match}, {@code either} or {@code send … else}. */
        BRANCH("branch"),
        /** What follows an {@code if} without an {@code else}, or a {@code while}. */
        PAST("past"),
        /** The cause of an implication or a {@code leads to}: is it ever true? */
        ANTECEDENT("antecedent"),
        /** A variable: does it ever change? */
        VARIABLE("variable"),
        /** No thing of its own, but a premise: control is before a statement, or a choice is made. */
        PREMISE("premise");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** How JSON calls it. */
        public String word() {
            return word;
        }
    }

    /** What shows that it is used. */
    public sealed interface Sight {

        /** A step whose action has a {@link Action.Mark} of it, where the mark's condition holds. */
        record Marked() implements Sight {}

        /** A reachable state that satisfies a predicate. */
        record OfState(Expr predicate) implements Sight {}

        /** A step that changes the state and satisfies a predicate over the states before and after. */
        record OfStep(Expr predicate) implements Sight {}
    }
}
