package dev.baton.checker.interpreter;

import dev.baton.checker.walk.Asked;
import dev.baton.checker.walk.WalkEngine;
import dev.baton.checker.walk.Walkable;
import dev.baton.checker.walk.Walker;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Evaluator;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.system.Action;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks with the interpreter: a thousand times slower than compiled ones, and for every system. */
public final class InterpreterWalks implements WalkEngine {

    @Override
    public Optional<Walkable> prepare(TransitionSystem system, Asked asked) {
        return asked.tooMany() ? Optional.empty() : Optional.of(new Interpreted(system, asked));
    }

    private record Interpreted(TransitionSystem system, Asked asked) implements Walkable {
        @Override
        public String engine() {
            return "interpreter";
        }

        @Override
        public List<Action> kinds() {
            return system.actions();
        }

        @Override
        public Walker walker() {
            return new InterpretedWalker(system, asked);
        }
    }

    private static final class InterpretedWalker implements Walker {
        private final Interpreter interpreter;
        private final Asked asked;
        private final State first;
        private final Map<String, Integer> kinds = new HashMap<>();
        private State before;
        private State here;

        InterpretedWalker(TransitionSystem system, Asked asked) {
            this.interpreter = new Interpreter(system);
            this.asked = asked;
            this.first = interpreter.initial();
            this.before = first;
            this.here = first;
            system.actions().forEach(action -> kinds.put(action.name(), kinds.size()));
        }

        @Override
        public void restart() {
            before = first;
            here = first;
        }

        @Override
        public int step(long random) {
            List<Step> steps = interpreter.successors(here);
            if (steps.isEmpty()) {
                return NOWHERE;
            }
            Step step = steps.get((int) Math.unsignedMultiplyHigh(random, steps.size()));
            before = here;
            here = step.after();
            return kinds.getOrDefault(step.action().name(), NOWHERE);
        }

        @Override
        public long decided() {
            Evaluator at = interpreter.evaluator(here);
            long bits = 0;
            for (int i = 0; i < asked.ofStates().size(); i++) {
                Property property = asked.ofStates().get(i);
                boolean wanted = property.kind() == Property.Kind.COVER;
                if (at.holds(property.left(), Environment.EMPTY) == wanted) {
                    bits |= 1L << i;
                }
            }
            return bits;
        }

        @Override
        public long refuted() {
            if (asked.ofSteps().isEmpty() || here.equals(before)) {
                return 0;
            }
            Evaluator over = interpreter.evaluator(before, here);
            long bits = 0;
            for (int i = 0; i < asked.ofSteps().size(); i++) {
                if (!over.holds(asked.ofSteps().get(i).left(), Environment.EMPTY)) {
                    bits |= 1L << i;
                }
            }
            return bits;
        }

        @Override
        public boolean mayStop() {
            return interpreter.terminal(here) || interpreter.stopped(here);
        }

        @Override
        public State state() {
            return here;
        }
    }
}
