package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Infix;
import dev.baton.checker.tla.syntax.Prefix;
import dev.baton.checker.tla.syntax.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What TLC makes of a predicate under a temporal operator: it takes the predicate apart at its connectives, and
 * evaluates those parts that its parser takes for constant once and for all, without a state and without what guards
 * them. Its parser reads off the dummy definitions of the standard modules what is constant, and there {@code a * b} is
 * {@code TRUE}: a product is a constant to it, whatever its factors are.
 */
final class StateReads {
    private final Set<String> variables;
    private final Map<String, Operator> definitions;

    /** @param definitions those that predicates may use; none of them uses itself */
    StateReads(Set<String> variables, List<Operator> definitions) {
        this.variables = Set.copyOf(variables);
        this.definitions = definitions.stream().collect(Collectors.toMap(Operator::name, Function.identity()));
    }

    /** Whether TLC sees that the predicate reads the state, and what else it makes of its parts does no harm. */
    boolean evident(Term predicate) {
        return reads(predicate, Map.of()) && harmless(predicate, Map.of());
    }

    /** @param locals what has a definition around the term, and whether that reads the state */
    private boolean harmless(Term term, Map<String, Boolean> locals) {
        Optional<Operator> called = called(term);
        if (called.isPresent()) {
            return harmless(called.get().body(), arguments(called.get(), term, locals));
        }
        if (term instanceof Term.Quantified quantified) {
            return harmless(quantified.body(), locals);
        }
        if (term instanceof Term.Let let) {
            return harmless(let.body(), within(let, locals));
        }
        if (connective(term)) {
            return term.children().stream().allMatch(part -> harmless(part, locals));
        }
        return reads(term, locals) ? !hidden(term, locals) : total(term, locals);
    }

    private static boolean connective(Term term) {
        return term instanceof Term.Junction
                || term instanceof Term.If
                || (term instanceof Term.Unary unary && unary.operator() == Prefix.NOT)
                || (term instanceof Term.Binary binary && binary.operator() == Infix.IMPLIES);
    }

    /** Whether a constant has a value for sure. */
    private static boolean total(Term constant, Map<String, Boolean> locals) {
        return constant instanceof Term.Word(String word)
                ? !locals.containsKey(word)
                : constant instanceof Term.Binary(Infix operator, Term.Word left, Term.Word right)
                        && operator != Infix.DIV
                        && operator != Infix.MOD
                        && total(left, locals)
                        && total(right, locals);
    }

    private boolean reads(Term term, Map<String, Boolean> locals) {
        if (term instanceof Term.Word(String word) && (variables.contains(word) || locals.containsKey(word))) {
            return locals.getOrDefault(word, true);
        }
        Optional<Operator> called = called(term);
        if (called.isPresent()) {
            return reads(called.get().body(), arguments(called.get(), term, locals));
        }
        return term instanceof Term.Let let
                ? reads(let.body(), within(let, locals))
                : term.children().stream().anyMatch(child -> reads(child, locals));
    }

    /** Whether a product reads the state, so that the parser takes something for constant that is not. */
    private boolean hidden(Term term, Map<String, Boolean> locals) {
        if (term instanceof Term.Binary product && product.operator() == Infix.TIMES && reads(term, locals)) {
            return true;
        }
        Map<String, Boolean> inner = term instanceof Term.Let let ? within(let, locals) : locals;
        return term.children().stream().anyMatch(child -> hidden(child, inner))
                || called(term)
                        .filter(called -> hidden(called.body(), arguments(called, term, locals)))
                        .isPresent();
    }

    /** The definition that a term is a use of. */
    private Optional<Operator> called(Term term) {
        if (term instanceof Term.Call call) {
            return Optional.ofNullable(definitions.get(call.operator()));
        }
        return term instanceof Term.Word word ? Optional.ofNullable(definitions.get(word.text())) : Optional.empty();
    }

    private Map<String, Boolean> arguments(Operator called, Term call, Map<String, Boolean> locals) {
        Map<String, Boolean> bound = new HashMap<>();
        for (int i = 0; i < called.parameters().size(); i++) {
            bound.put(called.parameters().get(i), reads(call.children().get(i), locals));
        }
        return bound;
    }

    private Map<String, Boolean> within(Term.Let let, Map<String, Boolean> locals) {
        Map<String, Boolean> bound = new HashMap<>(locals);
        let.definitions().forEach(local -> bound.put(local.name(), reads(local.value(), bound)));
        return bound;
    }
}
