package dev.baton.model.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** States that somebody else found, read as a behaviour of a system: who took which step. */
final class Replay {
    private Replay() {}

    /**
     * The trace through states, each step the first action and binding that leads from one to the next. Where a state
     * follows itself nothing happened, and nothing is recorded.
     *
     * @param states the first state first; the state in which a loop begins may be given again at its end or not
     * @param loop the position in {@code states} to which the last state returns; the last position if it stutters
     * @return empty if the states are no behaviour of the system
     * @throws IllegalArgumentException if there are no states, or {@code loop} is no position
     */
    static Optional<Trace> replay(Interpreter interpreter, List<State> states, OptionalInt loop) {
        if (states.isEmpty() || (loop.isPresent() && (loop.getAsInt() < 0 || loop.getAsInt() >= states.size()))) {
            throw new IllegalArgumentException(states.size() + " states, loop " + loop);
        }
        if (!states.getFirst().equals(interpreter.initial())) {
            return Optional.empty();
        }
        List<State> path = new ArrayList<>(states);
        loop.ifPresent(i -> path.add(states.get(i)));

        List<Step> steps = new ArrayList<>();
        int stem = 0;
        for (int i = 1; i < path.size(); i++) {
            if (!path.get(i).equals(path.get(i - 1))) {
                Optional<Step> step = interpreter.step(path.get(i - 1), path.get(i));
                if (step.isEmpty()) {
                    return Optional.empty();
                }
                steps.add(step.get());
            }
            if (loop.isPresent() && i == loop.getAsInt()) {
                stem = steps.size();
            }
        }
        return Optional.of(
                new Trace(states.getFirst(), steps, loop.isPresent() ? OptionalInt.of(stem) : OptionalInt.empty()));
    }
}
