package dev.baton.trace.why;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.trace.Effort;
import dev.baton.trace.minimize.Shortest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Whether two steps of a trace could have come in the other order, and what would have come of that. */
final class Swap {
    /** So many steps are tried to see whether the other order leads to the same end. */
    private static final int STEPS = 1_500;

    private final Course course;
    private final Interpreter interpreter;
    private final Effort effort;
    private State state;
    private int taken;

    private Swap(Course course, Effort effort) {
        this.course = course;
        this.interpreter = course.interpreter();
        this.effort = effort;
        this.state = course.trace().first();
    }

    /** What the other order comes to. */
    enum Answer {
        /** The later step needs the earlier one: there is no other order. */
        IMPOSSIBLE,
        /** The violation comes about all the same, in as many steps. */
        SAME,
        /** It does not, in as many steps. */
        AVOIDS,
        UNKNOWN
    }

    static Answer of(Course course, int first, int second, Effort effort) {
        return new Swap(course, effort).swapped(first, second);
    }

    /** The same with steps that the trace never takes: they come before the first. */
    static Answer of(Course course, int first, Coming coming, Effort effort) {
        Swap swap = new Swap(course, effort);
        for (int i = 0; i < first; i++) {
            if (!swap.take(i)) {
                return Answer.UNKNOWN;
            }
        }
        swap.state = coming.last().after();
        swap.taken += coming.steps().size();
        return swap.shortest(swap.state, swap.taken);
    }

    private Answer swapped(int first, int second) {
        List<Integer> postponed = new ArrayList<>();
        Set<String> waiting = new HashSet<>();
        for (int i = 0; i < first; i++) {
            if (!take(i)) {
                return Answer.UNKNOWN;
            }
        }
        waiting.add(course.thread(first));
        for (int i = first + 1; i < second; i++) {
            if (waiting.contains(course.thread(i)) || !take(i)) {
                waiting.add(course.thread(i));
                postponed.add(i);
            }
        }
        if (waiting.contains(course.thread(second)) || !take(second)) {
            return Answer.IMPOSSIBLE;
        }
        if (course.property().kind().liveness()) {
            return outlook();
        }
        State swapped = state;
        int before = taken;
        if (take(first)) {
            postponed.forEach(this::take);
            for (int i = second + 1; i < course.size(); i++) {
                take(i);
            }
            if (course.interpreter().shows(course.property(), new Trace(state, List.of(), OptionalInt.empty()))) {
                return Answer.SAME;
            }
        }
        return shortest(swapped, before);
    }

    private Answer shortest(State from, int before) {
        return switch (Shortest.of(
                interpreter, course.property(), from, course.size() - before, _ -> true, effort.part(STEPS))) {
            case Shortest.Answer.Found _ -> Answer.SAME;
            case Shortest.Answer.None _ -> Answer.AVOIDS;
            case Shortest.Answer.Unknown _ -> Answer.UNKNOWN;
        };
    }

    /** Of liveness: whether what is awaited can still come then. */
    private Answer outlook() {
        return switch (Outlook.from(
                interpreter,
                course.property(),
                Offence.refuting(interpreter, course.property(), course.trace()),
                state,
                effort.part(STEPS))) {
            case YES -> Answer.AVOIDS;
            case NO -> Answer.SAME;
            case UNKNOWN -> Answer.UNKNOWN;
        };
    }

    private boolean take(int i) {
        Step step = course.trace().steps().get(i);
        Optional<Step> again =
                effort.spend() ? interpreter.take(state, step.action(), step.arguments()) : Optional.empty();
        again.ifPresent(s -> {
            state = s.after();
            taken++;
        });
        return again.isPresent();
    }
}
