package dev.baton.trace.minimize;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Origin;
import dev.baton.model.system.Property;
import dev.baton.trace.Effort;
import java.util.function.UnaryOperator;

/**
 * Makes a trace as easy to follow as it can be: shortest first, then fewest faults, then fewest switches between
 * actors, then with the first member to act called the first. The interpreter replays what comes out, and it shows what
 * the trace showed. The same trace and effort give the same result.
 */
public final class Minimizer {
    /** So many steps a search for a trace that is shorter, or has fewer faults, may try. */
    private static final int SEARCH = 6_000;

    private Minimizer() {}

    /** What is known of a trace already. */
    public enum Length {
        /** The engine gives a shortest one. */
        SHORTEST,
        /** It may be longer than need be. */
        ANY
    }

    /**
     * @param trace a behaviour that shows something about the property, and so will the result; it never costs more
     * @param effort for all of it; where it ends, what was found by then is the result
     */
    public static Trace of(Interpreter interpreter, Property property, Trace trace, Length length, Effort effort) {
        Stage stage = new Stage(interpreter, property, effort);
        Trace best = trace;
        if (length == Length.ANY) {
            best = better(stage, best, t -> LassoShape.of(stage, t));
            best = better(stage, best, t -> Deletion.of(stage, t));
            best = better(stage, best, t -> LassoShape.of(stage, t));
            best = better(stage, best, t -> shortest(stage, t));
        }
        best = better(stage, best, t -> withoutFaults(stage, t));
        best = better(stage, best, t -> Reordering.of(stage, t));
        return better(stage, best, t -> Renaming.of(stage, t));
    }

    /** What a pass makes of a trace, unless that is worse, or no longer shows it. */
    private static Trace better(Stage stage, Trace trace, UnaryOperator<Trace> pass) {
        Trace made = pass.apply(trace);
        boolean better = Cost.of(made).compareTo(Cost.of(trace)) <= 0 && stage.shows(made);
        return better ? made : trace;
    }

    private static Trace shortest(Stage stage, Trace trace) {
        if (trace.loop().isPresent() || trace.steps().isEmpty()) {
            return trace;
        }
        Shortest.Answer answer = Shortest.of(
                stage.interpreter(),
                stage.property(),
                trace.first(),
                trace.steps().size() - 1,
                _ -> true,
                stage.effort().part(SEARCH));
        return found(answer, trace);
    }

    /** One as short that needs no fault, if it has any. */
    private static Trace withoutFaults(Stage stage, Trace trace) {
        if (trace.loop().isPresent() || Cost.of(trace).faults() == 0) {
            return trace;
        }
        Shortest.Answer answer = Shortest.of(
                stage.interpreter(),
                stage.property(),
                trace.first(),
                trace.steps().size(),
                action -> action.origin().kind() != Origin.Kind.FAULT,
                stage.effort().part(SEARCH));
        return found(answer, trace);
    }

    private static Trace found(Shortest.Answer answer, Trace otherwise) {
        return switch (answer) {
            case Shortest.Answer.Found found -> found.trace();
            case Shortest.Answer.None _ -> otherwise;
            case Shortest.Answer.Unknown _ -> otherwise;
        };
    }
}
