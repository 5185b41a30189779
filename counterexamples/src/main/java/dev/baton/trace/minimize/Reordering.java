package dev.baton.trace.minimize;

import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Fewer switches: of a trace without a loop as a whole, of a lasso within its stem and within its loop. */
final class Reordering {
    private Reordering() {}

    static Trace of(Stage stage, Trace trace) {
        int loop = trace.loop().orElse(trace.steps().size());
        Trace ordered = loop == trace.steps().size()
                ? straight(stage, trace).orElse(trace)
                : round(stage, stem(stage, trace, loop).orElse(trace), loop);
        Trace gathered = Gathering.of(stage, ordered);
        return Cost.of(gathered).compareTo(Cost.of(trace)) < 0 ? gathered : trace;
    }

    private static Optional<Trace> straight(Stage stage, Trace trace) {
        return FewestSwitches.of(
                        stage,
                        trace.first(),
                        Stage.script(trace),
                        Optional.empty(),
                        steps -> stage.shows(new Trace(trace.first(), steps, trace.loop())))
                .map(steps -> new Trace(trace.first(), steps, trace.loop()));
    }

    private static Optional<Trace> stem(Stage stage, Trace trace, int loop) {
        State entry = trace.state(loop);
        List<Choice> script = Stage.script(trace).subList(0, loop);
        return FewestSwitches.of(stage, trace.first(), script, Optional.empty(), steps -> {
                    State end =
                            steps.isEmpty() ? trace.first() : steps.getLast().after();
                    return end.equals(entry) && stage.shows(with(trace, steps, loop));
                })
                .map(steps -> with(trace, steps, loop));
    }

    private static Trace with(Trace trace, List<Step> stem, int loop) {
        List<Step> all = new ArrayList<>(stem);
        all.addAll(trace.steps().subList(loop, trace.steps().size()));
        return new Trace(trace.first(), all, OptionalInt.of(loop));
    }

    private static Trace round(Stage stage, Trace trace, int loop) {
        State entry = trace.state(loop);
        List<Choice> script = Stage.script(trace);
        Optional<String> before =
                loop == 0 ? Optional.empty() : Optional.of(script.get(loop - 1).actor());
        return FewestSwitches.of(
                        stage,
                        entry,
                        script.subList(loop, script.size()),
                        before,
                        steps -> steps.getLast().after().equals(entry) && stage.shows(around(trace, steps, loop)))
                .map(steps -> around(trace, steps, loop))
                .orElse(trace);
    }

    private static Trace around(Trace trace, List<Step> loop, int from) {
        List<Step> all = new ArrayList<>(trace.steps().subList(0, from));
        all.addAll(loop);
        return new Trace(trace.first(), all, OptionalInt.of(from));
    }
}
