package dev.baton.trace.why;

import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.trace.Effort;
import dev.baton.trace.minimize.ShortLasso;
import dev.baton.trace.minimize.Shortest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which faults of a trace were needed, each by itself: without it no trace of that length shows what it shows. */
final class NeededFaults {
    /** So many steps are tried for each fault. */
    private static final int STEPS = 6_000;

    private final Course course;
    private final Effort effort;

    private NeededFaults(Course course, Effort effort) {
        this.course = course;
        this.effort = effort;
    }

    /** A sentence for each fault that strikes in the trace. */
    static List<String> sentences(Course course, Effort effort) {
        NeededFaults needed = new NeededFaults(course, effort);
        Map<Action, Integer> faults = new LinkedHashMap<>();
        for (Step step : course.trace().steps()) {
            if (step.action().origin().kind() == Origin.Kind.FAULT) {
                faults.merge(step.action(), 1, Integer::sum);
            }
        }
        List<String> sentences = new ArrayList<>();
        faults.forEach((fault, times) -> sentences.add(needed.sentence(fault, times)));
        return sentences;
    }

    private String sentence(Action fault, int times) {
        String name = "`" + fault.origin().text() + "`";
        return switch (search(action -> !action.name().equals(fault.name()), fault)) {
            case Shortest.Answer.None _ -> "the fault " + name + " was needed" + often(fault, times);
            case Shortest.Answer.Found found ->
                "the fault " + name + " was not needed: without it "
                        + found.trace().steps().size() + " steps lead to a violation" + others(found.trace());
            case Shortest.Answer.Unknown _ -> "whether the fault " + name + " was needed was not determined";
        };
    }

    /** The faults that do instead. */
    private static String others(Trace trace) {
        List<String> names = trace.steps().stream()
                .map(Step::action)
                .filter(action -> action.origin().kind() == Origin.Kind.FAULT)
                .map(action -> "`" + action.origin().text() + "`")
                .distinct()
                .toList();
        return names.isEmpty() ? "" : ", with " + String.join(" and ", names) + " instead";
    }

    /** Of one that strikes more than once, whether as often was needed. */
    private String often(Action fault, int times) {
        String once = ": without it no violation is this short";
        if (times == 1) {
            return once;
        }
        return switch (search(_ -> true, fault)) {
            case Shortest.Answer.Found found -> {
                long least = found.trace().steps().stream()
                        .filter(s -> s.action().name().equals(fault.name()))
                        .count();
                if (least < times) {
                    yield once + ", but " + least + " of the " + times + " were enough";
                }
                yield found.best() ? " " + times + " times: with fewer no violation is this short" : once;
            }
            case Shortest.Answer.None _ -> once;
            case Shortest.Answer.Unknown _ -> once;
        };
    }

    private Shortest.Answer search(Predicate<Action> allowed, Action fault) {
        Predicate<Action> counted = action -> action.name().equals(fault.name());
        return course.property().kind().liveness()
                ? ShortLasso.of(
                        course.interpreter(),
                        course.property(),
                        course.trace().first(),
                        course.size(),
                        allowed,
                        counted,
                        effort,
                        STEPS)
                : Shortest.of(
                        course.interpreter(),
                        course.property(),
                        course.trace().first(),
                        course.size(),
                        allowed,
                        counted,
                        effort.part(STEPS));
    }
}
