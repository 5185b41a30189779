package dev.baton.checker.tla;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.checker.tla.TlaConfig.Deadlock;
import dev.baton.checker.tla.TlcRunner.Job;
import dev.baton.checker.tla.TlcRunner.SourceText;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Decides all but liveness by TLC's server and workers. They stop at the first violation and show no more than its last
 * states; which property these violate is worked out here, and TLC in one process, asked for that alone, finds the
 * trace. Then the server is asked for what is left.
 */
final class DistributedSearch {
    private final TlcRunner runner;
    private final TlcCluster cluster;
    private final TlaModule module;
    private final Interpreter interpreter;
    private final Inquiry inquiry;
    private final CheckRequest request;

    /** @param runner with the request's workers, time and memory */
    DistributedSearch(TlcRunner runner, Distribution distribution, CheckRequest request) {
        this.runner = runner;
        this.cluster = new TlcCluster(runner, distribution);
        this.module = TlaEmitter.emit(request.system());
        this.interpreter = new Interpreter(request.system());
        this.request = request;
        this.inquiry = new Inquiry(
                module,
                request.properties().stream().filter(p -> !p.kind().liveness()).toList());
    }

    /** @throws IOException if no process or file can be made */
    CheckResult result(Instant start) throws IOException {
        while (!inquiry.finished() && !inquiry.open().isEmpty()) {
            List<Property> asked = inquiry.open();
            TlcCluster.Answer answer = ask(asked);
            if (answer.violation()) {
                List<Property> suspects = suspects(asked, answer.stopped());
                inquiry.illustrate(suspects, trace(suspects));
            } else {
                inquiry.learn(answer.report());
            }
        }
        return everything(inquiry.result(request.workers(), start));
    }

    private TlcCluster.Answer ask(List<Property> asked) throws IOException {
        List<Property> steps =
                asked.stream().filter(p -> p.kind() == Property.Kind.STEP).toList();
        List<Property> rest =
                asked.stream().filter(p -> p.kind() != Property.Kind.STEP).toList();
        TlaConfig config = TlaConfig.of(module, rest).withNext(StepModule.next());
        List<SourceText> files = List.of(
                new SourceText(module.name() + ".tla", module.text()),
                new SourceText(StepModule.NAME + ".tla", new StepModule(module, steps).text()),
                new SourceText(StepModule.NAME + ".cfg", config.text()));
        return cluster.run(
                new Job(files, StepModule.NAME, List.of()), config.deadlock() == Deadlock.STATES_WITHOUT_STEP);
    }

    /** What the last states violate; all that was asked where they do not tell. */
    private List<Property> suspects(List<Property> asked, List<String> printed) {
        TlaValueParser parser = new TlaValueParser(module);
        List<State> states = printed.stream().map(parser::state).toList();
        List<Trace> ends = states.isEmpty() ? List.of() : ends(states.getFirst(), states.getLast());
        List<Property> shown = asked.stream()
                .filter(property -> ends.stream().anyMatch(end -> interpreter.shows(property, end)))
                .toList();
        return shown.isEmpty() ? asked : shown;
    }

    /** The step shown; and what may be meant where a single state is: it, or any step from it. */
    private List<Trace> ends(State first, State last) {
        Stream<Step> steps =
                first.equals(last) ? interpreter.successors(first).stream() : interpreter.step(first, last).stream();
        List<Trace> ends = new ArrayList<>(steps.map(step -> new Trace(first, List.of(step), OptionalInt.empty()))
                .toList());
        ends.add(new Trace(last, List.of(), OptionalInt.empty()));
        return ends;
    }

    private TlcReport trace(List<Property> suspects) throws IOException {
        List<SourceText> files = List.of(
                new SourceText(module.name() + ".tla", module.text()),
                new SourceText(
                        module.name() + ".cfg", TlaConfig.of(module, suspects).text()));
        TlcRunner alone = new TlcRunner(
                runner.jar(),
                runner.scratch(),
                Math.max(1, runner.workers()),
                runner.memory(),
                runner.deadline(),
                runner.watch());
        return alone.run(new Job(files, module.name(), List.of()));
    }

    /**
     * With what is undecided because it is liveness. Without what the server does not count as TLC does: the states
     * generated, some of them twice, and the depth.
     */
    private CheckResult everything(CheckResult safety) {
        List<CheckResult.Answer> answers = request.properties().stream()
                .map(property -> safety.answers().stream()
                        .filter(a -> a.property().equals(property))
                        .findFirst()
                        .orElseGet(() -> new CheckResult.Answer(property, new Verdict.Unknown(LIVENESS))))
                .toList();
        return new CheckResult(
                answers,
                safety.distinct(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                safety.complete(),
                safety.time());
    }

    private static final String LIVENESS = "TLC's distributed mode does not check liveness";

    /** Why nothing of what is asked can be decided so. */
    static Optional<String> refuses(CheckRequest request, Distribution distribution) {
        boolean liveness = !request.properties().isEmpty()
                && request.properties().stream().allMatch(p -> p.kind().liveness());
        return liveness ? Optional.of("no, because " + LIVENESS) : distribution.refuses();
    }
}
