package dev.baton.checker.smt.script;

import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.expr.ExprPrinter;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is asked of a system, as functions that are true where it is well: over a state, the state after, a step. */
final class PropertyDefinitions {

    /**
     * A property in a script.
     *
     * @param here over the state, of a STEP over a step
     * @param after over the state after a step; of a STEP the same as {@code here}
     */
    record Stated(Property property, String here, String after) {}

    private final Vocabulary vocabulary;
    private final SymbolicSystem system;
    private final Terms terms;
    private final Substitution next;
    private final List<Definition> definitions = new ArrayList<>();
    private final List<Stated> stated = new ArrayList<>();

    PropertyDefinitions(Vocabulary vocabulary, SystemDefinitions steps, List<Property> properties) {
        this.vocabulary = vocabulary;
        this.system = vocabulary.system();
        this.terms = system.terms();
        this.next = next(system);
        for (Property property : properties) {
            state(property, steps);
        }
    }

    /** From a state to the state after a step. */
    static Substitution next(SymbolicSystem system) {
        Map<Term, Term> primed = system.leaves().stream()
                .collect(Collectors.toMap(Leaf::now, Leaf::next, (a, _) -> a, LinkedHashMap::new));
        return new Substitution(system.terms(), primed);
    }

    private void state(Property property, SystemDefinitions steps) {
        switch (property.kind()) {
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, COVER -> {
                Term here = wanted(property);
                add(property, here, next.of(here));
            }
            case DEADLOCK_FREE ->
                add(property, terms.either(system.mayStop(), terms.any(steps.enabled())), next.of(wanted(property)));
            case STEP -> {
                Term here = terms.either(steps.unchanged(), wanted(property));
                add(property, here, here);
            }
            case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO -> {}
        }
    }

    private Term wanted(Property property) {
        Term target = system.target(property);
        return property.kind() == Property.Kind.COVER ? target : terms.not(target);
    }

    private void add(Property property, Term here, Term after) {
        String symbol = vocabulary.claim(property.name());
        definitions.add(new Definition(symbol, here, told(property)));
        if (here == after) {
            stated.add(new Stated(property, symbol, symbol));
            return;
        }
        String primed = vocabulary.claim(property.name() + "'");
        definitions.add(new Definition(primed, after, List.of()));
        stated.add(new Stated(property, symbol, primed));
    }

    private static List<String> told(Property property) {
        List<String> lines = new ArrayList<>();
        property.doc().ifPresent(lines::add);
        Function<Property, String> text = p -> ExprPrinter.print(p.left());
        lines.add(
                switch (property.kind()) {
                    case INVARIANT -> "invariant: " + text.apply(property);
                    case LEMMA -> "lemma: " + text.apply(property);
                    case STEP -> "step: " + text.apply(property);
                    case COVER -> "cover: " + text.apply(property);
                    case WELL_DEFINED -> "No undefined value is used and no assertion fails.";
                    case OWNERSHIP -> "Every resource has one owner.";
                    case DEADLOCK_FREE -> "A step can be taken, or stopping is right.";
                    case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO ->
                        throw new IllegalStateException(property + " is decided by behaviours");
                });
        return lines;
    }

    List<Definition> definitions() {
        return definitions;
    }

    List<Stated> stated() {
        return stated;
    }
}
