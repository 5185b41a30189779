package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Infix;
import dev.baton.checker.tla.syntax.Term;
import dev.baton.checker.tla.syntax.Terms;
import java.util.HashMap;
import java.util.Map;

/**
 * Which conditions TLC would take for several steps. Where TLC looks for successors it follows each side of a
 * {@code \/} and each element of an {@code \E}, in a guard too, and counts what it finds there once for each; a
 * condition written as {@code (P \/ Q) = TRUE} is evaluated instead, and a step counts once.
 */
final class Branching {
    private final Map<String, Boolean> definitions = new HashMap<>();

    /** The same knowledge, to be added to for one action's lets. */
    Branching copy() {
        Branching copy = new Branching();
        copy.definitions.putAll(definitions);
        return copy;
    }

    /** Learns a definition, so that its uses are known. Definitions come in the order in which they use each other. */
    void define(String name, Term body) {
        definitions.put(name, branches(body));
    }

    /** A condition that is one step at most. */
    Term shielded(Term condition) {
        return branches(condition) ? Terms.equal(condition, Terms.TRUE) : condition;
    }

    /** Whether a shielded condition stands somewhere in a term. */
    static boolean shields(Term term) {
        boolean here = term instanceof Term.Binary(Infix operator, Term left, Term right)
                && operator == Infix.EQUAL
                && right.equals(Terms.TRUE)
                && (left instanceof Term.Junction || left instanceof Term.Quantified);
        return here || term.children().stream().anyMatch(Branching::shields);
    }

    private boolean branches(Term term) {
        return switch (term) {
            case Term.Junction t -> !t.conjunction() || t.parts().stream().anyMatch(this::branches);
            case Term.Quantified t -> t.symbol().equals("\\E") || branches(t.body());
            case Term.Binary t -> t.operator() == Infix.IMPLIES && branches(t.right());
            case Term.If t -> branches(t.then()) || branches(t.otherwise());
            case Term.Let t -> branches(t.body()) || t.definitions().stream().anyMatch(d -> branches(d.value()));
            case Term.Word t -> definitions.getOrDefault(t.text(), false);
            case Term.Call t ->
                definitions.getOrDefault(t.operator(), false)
                        || t.arguments().stream().anyMatch(this::branches);
            case Term.At t -> !(t.function() instanceof Term.Word || t.function() instanceof Term.At);
            case Term.Unary t -> false;
            case Term.Primed t -> false;
            case Term.Dot t -> false;
            case Term.Listing t -> false;
            case Term.Labelled t -> false;
            case Term.Mapping t -> false;
            case Term.Except t -> false;
            case Term.Stuttering t -> false;
        };
    }
}
