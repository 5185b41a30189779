package dev.baton.trace.why;

import dev.baton.model.interpreter.Step;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.trace.Effort;
import dev.baton.trace.minimize.Shortest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which faults of a trace were needed: without them no trace of that length shows what it shows. */
final class NeededFaults {
    /** So many steps are tried for each fault. */
    private static final int STEPS = 6_000;

    private NeededFaults() {}

    /** A sentence for each fault that strikes in the trace. */
    static List<String> sentences(Course course, Effort effort) {
        Set<Action> faults = new LinkedHashSet<>();
        for (Step step : course.trace().steps()) {
            if (step.action().origin().kind() == Origin.Kind.FAULT) {
                faults.add(step.action());
            }
        }
        List<String> sentences = new ArrayList<>();
        for (Action fault : faults) {
            String name = "`" + fault.origin().text() + "`";
            if (course.property().kind().liveness()) {
                continue;
            }
            String sentence = switch (Shortest.of(
                    course.interpreter(),
                    course.property(),
                    course.trace().first(),
                    course.size(),
                    action -> !action.name().equals(fault.name()),
                    effort.part(STEPS))) {
                case Shortest.Answer.None _ ->
                    "the fault " + name + " was needed: without it no violation is this short";
                case Shortest.Answer.Found found ->
                    "the fault " + name + " was not needed: without it "
                            + found.trace().steps().size() + " steps lead to a violation";
                case Shortest.Answer.Unknown _ -> "whether the fault " + name + " was needed was not determined";
            };
            sentences.add(sentence);
        }
        return sentences;
    }
}
