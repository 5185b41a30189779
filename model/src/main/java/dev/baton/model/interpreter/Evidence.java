package dev.baton.model.interpreter;

import dev.baton.model.fairness.Tally;
import dev.baton.model.system.Property;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Whether a trace shows what somebody says it shows. Looks at the trace alone, not at how it was found. */
final class Evidence {
    private final Interpreter interpreter;
    private final Property property;
    private final Trace trace;

    Evidence(Interpreter interpreter, Property property, Trace trace) {
        this.interpreter = interpreter;
        this.property = property;
        this.trace = trace;
    }

    /** Whether a behaviour is a counterexample of the property, or, for a cover, a witness; see the kinds for how. */
    boolean shows() {
        return switch (property.kind()) {
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP -> !interpreter.holds(property.left(), trace.last());
            case COVER -> interpreter.holds(property.left(), trace.last());
            case DEADLOCK_FREE ->
                interpreter.successors(trace.last()).isEmpty()
                        && !interpreter.terminal(trace.last())
                        && !interpreter.stopped(trace.last());
            case STEP -> breaksStep();
            case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO ->
                trace.loop().isPresent()
                        && closed()
                        && fair()
                        && interpreter.bindings(property.binders()).stream().anyMatch(this::refutes);
        };
    }

    private boolean breaksStep() {
        int n = trace.steps().size();
        return n > 0
                && !trace.state(n - 1).equals(trace.last())
                && !interpreter.evaluator(trace.state(n - 1), trace.last()).holds(property.left(), Environment.EMPTY);
    }

    private int loop() {
        return trace.loop().orElseThrow();
    }

    private boolean closed() {
        return trace.state(loop()).equals(trace.last());
    }

    /** The states that come again and again: those after the loop's steps, or the one in which it stutters. */
    private List<State> again() {
        return from(Math.min(loop() + 1, trace.steps().size()));
    }

    private List<State> from(int first) {
        return IntStream.rangeClosed(first, trace.steps().size())
                .mapToObj(trace::state)
                .toList();
    }

    private boolean fair() {
        FairUnits units = new FairUnits(interpreter, trace.first());
        Tally tally = new Tally(units.obligations());
        for (State state : again()) {
            tally.state(units(units, interpreter.successors(state), state, List.of()));
        }
        for (int i = loop(); i < trace.steps().size(); i++) {
            State state = trace.state(i);
            tally.edge(units(units, interpreter.successors(state), state, List.of(trace.state(i + 1))));
        }
        return tally.owedToWeak().isEmpty() && tally.owedToStrong().isEmpty();
    }

    /** The units of the steps that change a state, or of those among them that lead to a certain one. */
    private static BitSet units(FairUnits units, List<Step> steps, State from, List<State> to) {
        BitSet found = new BitSet();
        for (Step step : steps) {
            if (!step.after().equals(from) && (to.isEmpty() || to.contains(step.after()))) {
                found.or(units.of(step));
            }
        }
        return found;
    }

    private boolean refutes(Environment binding) {
        return switch (property.kind()) {
            case EVENTUALLY -> from(0).stream().noneMatch(state -> left(state, binding));
            case ALWAYS_EVENTUALLY -> again().stream().noneMatch(state -> left(state, binding));
            case EVENTUALLY_ALWAYS -> !again().stream().allMatch(state -> left(state, binding));
            case LEADS_TO ->
                again().stream().noneMatch(state -> right(state, binding))
                        && IntStream.rangeClosed(0, trace.steps().size())
                                .filter(i -> left(trace.state(i), binding))
                                .anyMatch(i -> from(i).stream().noneMatch(state -> right(state, binding)));
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, DEADLOCK_FREE, STEP, COVER ->
                throw new IllegalArgumentException(property.name() + " is no liveness property");
        };
    }

    private boolean left(State state, Environment binding) {
        return interpreter.evaluator(state).holds(property.left(), binding);
    }

    private boolean right(State state, Environment binding) {
        return interpreter.evaluator(state).holds(property.right().orElseThrow(), binding);
    }
}
