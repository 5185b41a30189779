package dev.baton.checker.smt.certificate;

import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Valuation;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.system.Property;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;

/**
 * Reachable states, breadth first by the interpreter, each looked up in the invariant and in what is proved: no solver
 * is asked, and the formulas of the steps are not used.
 *
 * @param states looked at
 * @param complete whether these are all
 * @param broken what a state does not satisfy: the first that was found
 */
public record Enumeration(int states, boolean complete, Optional<String> broken) {

    /**
     * Looks.
     *
     * @param most states to look at
     */
    static Enumeration of(SymbolicSystem system, Certificate certificate, int most, BooleanSupplier cancelled) {
        Interpreter interpreter = new Interpreter(system.system());
        State first = interpreter.initial();
        Set<State> seen = new HashSet<>(Set.of(first));
        Deque<State> open = new ArrayDeque<>(seen);
        int looked = 0;
        boolean all = true;
        while (!open.isEmpty() && !cancelled.getAsBoolean()) {
            State state = open.remove();
            looked++;
            List<Step> steps = interpreter.successors(state);
            Optional<String> broken = broken(system, certificate, interpreter, state, steps);
            if (broken.isPresent()) {
                return new Enumeration(looked, false, broken);
            }
            for (Step step : steps) {
                if (seen.size() < most) {
                    if (seen.add(step.after())) {
                        open.add(step.after());
                    }
                } else {
                    all &= seen.contains(step.after());
                }
            }
        }
        return new Enumeration(looked, all && open.isEmpty(), Optional.empty());
    }

    private static Optional<String> broken(
            SymbolicSystem system, Certificate certificate, Interpreter interpreter, State state, List<Step> steps) {
        long[] bits = system.bits(state);
        ToLongFunction<Term> now = symbol -> bits[system.leaf(symbol).number()];
        Valuation valuation = new Valuation(now);
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < certificate.clauses().size(); i++) {
            if (!valuation.isTrue(certificate.clauses().get(i))) {
                broken.add("clause " + (i + 1));
            }
        }
        for (Property property : certificate.proved()) {
            boolean well = switch (property.kind()) {
                case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP -> interpreter.holds(property.left(), state);
                case DEADLOCK_FREE -> !steps.isEmpty() || interpreter.stopped(state) || interpreter.terminal(state);
                case STEP ->
                    steps.stream()
                            .map(Step::after)
                            .filter(after -> !after.equals(state))
                            .allMatch(after -> interpreter
                                    .evaluator(state, after)
                                    .holds(property.left(), dev.baton.model.interpreter.Environment.EMPTY));
                case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO, COVER ->
                    throw new IllegalArgumentException(property.name() + " is nothing that an invariant proves");
            };
            if (!well) {
                broken.add(property.name());
            }
        }
        return broken.stream().findFirst();
    }
}
