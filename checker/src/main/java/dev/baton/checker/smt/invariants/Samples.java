package dev.baton.checker.smt.invariants;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Some reachable states: those near the first one, then those that walks at random come by. The same every time. */
final class Samples {
    private static final int NEAR = 1_500;
    private static final int MOST = 4_000;
    private static final int MOST_STEPS = 8_000;
    private static final int LONGEST_WALK = 200;
    private static final long SEED = 1;

    private Samples() {}

    /** @param enough whether there is no time for more */
    static Set<State> of(Interpreter interpreter, BooleanSupplier enough) {
        State first = interpreter.initial();
        Set<State> seen = new LinkedHashSet<>(Set.of(first));
        Deque<State> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && seen.size() < NEAR && !enough.getAsBoolean()) {
            for (Step step : interpreter.successors(open.remove())) {
                if (seen.add(step.after())) {
                    open.add(step.after());
                }
            }
        }
        if (!open.isEmpty()) {
            walk(interpreter, first, seen, enough);
        }
        return seen;
    }

    private static void walk(Interpreter interpreter, State first, Set<State> seen, BooleanSupplier enough) {
        Random random = new Random(SEED);
        State at = first;
        for (int i = 0; i < MOST_STEPS && seen.size() < MOST && !enough.getAsBoolean(); i++) {
            List<Step> steps = interpreter.successors(at);
            at = steps.isEmpty() || i % LONGEST_WALK == 0
                    ? first
                    : steps.get(random.nextInt(steps.size())).after();
            seen.add(at);
        }
    }
}
