package dev.baton.trace.why;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.system.Property;
import dev.baton.trace.Change;
import dev.baton.trace.StateEntry;
import dev.baton.trace.StepWords;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A trace with what each of its steps looked at and changed. */
record Course(Interpreter interpreter, Property property, Trace trace, List<Access> steps) {

    private static final int WORDS = 44;

    static Course of(Interpreter interpreter, Property property, Trace trace) {
        List<Access> steps = new ArrayList<>();
        for (int i = 0; i < trace.steps().size(); i++) {
            steps.add(Access.of(interpreter, trace.state(i), trace.steps().get(i)));
        }
        return new Course(interpreter, property, trace, List.copyOf(steps));
    }

    int size() {
        return steps.size();
    }

    Access step(int i) {
        return steps.get(i);
    }

    /** Whose control a step belongs to: a task or handler of a member, or its store buffer. */
    String thread(int i) {
        return thread(steps.get(i).step());
    }

    static String thread(Step step) {
        Origin origin = step.action().origin();
        return switch (origin.kind()) {
            case TASK, INTERRUPT, DELIVERY -> kernel(step) + "." + origin.unit();
            case DRAIN -> kernel(step) + " store buffer";
            case ACTION, HANDLER, FAULT -> kernel(step);
        };
    }

    /** The member that takes a step. */
    String kernel(int i) {
        return kernel(steps.get(i).step());
    }

    private static String kernel(Step step) {
        Action action = step.action();
        boolean indexed = !action.parameters().isEmpty()
                && action.parameters().getFirst().name().equals("self");
        return indexed
                ? step.arguments().getFirst().toString()
                : action.origin().actor();
    }

    /** The last step before {@code end} that changed an entry. */
    OptionalInt writer(StateEntry entry, int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (steps.get(i).changes(entry)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether nobody looked at what a step wrote, before another wrote over it. */
    boolean unread(Change change, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (steps.get(i).reads().stream().anyMatch(r -> Access.overlap(r, change))) {
                return false;
            }
        }
        return steps.get(to).reads().stream().noneMatch(r -> Access.overlap(r, change));
    }

    /** {@code step 5 (Sender(0).send raise bell)}. */
    String words(int i) {
        return "step " + (i + 1) + " (" + words(i, steps.get(i).step()) + ")";
    }

    /** A step from a state of the trace in few words. */
    String words(int state, Step step) {
        return words(trace.state(state), step);
    }

    /** The same of any state. */
    String words(State state, Step step) {
        String words = StepWords.of(interpreter, state, step);
        return words.length() <= WORDS ? words : words.substring(0, WORDS - 1).stripTrailing() + "…";
    }
}
