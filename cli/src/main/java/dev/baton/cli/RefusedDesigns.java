package dev.baton.cli;

import dev.baton.checker.Engine;
import dev.baton.cli.check.CheckOptions;
import dev.baton.cli.check.CheckRun;
import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.Plan;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.PropertyOutcome;
import dev.baton.cli.check.UsageException;
import dev.baton.cli.report.Labels;
import dev.baton.codegen.trace.Counterexample;
import dev.baton.codegen.trace.Pursuit;
import dev.baton.codegen.trace.RefusedTrace;
import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.dsl.elaborate.CheckSpec;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Severity;
import dev.baton.model.system.TransitionSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Counterexamples of known-bad designs, found as {@code check} finds them, that a protocol can't follow to their end.
 */
final class RefusedDesigns {
    private final String file;
    private final Protocol protocol;
    private final Set<String> given;
    private final Console console;
    private final Interruption interruption;
    private final List<Engine> engines;

    /** What came of looking: all of them, or why there is nothing, which has been printed. */
    record Found(List<RefusedTrace> traces, ExitCode code) {}

    /**
     * @param file of the protocol of the code
     * @param given the parameters that the code was given; the others have their defaults
     */
    RefusedDesigns(
            String file,
            Protocol protocol,
            Set<String> given,
            Console console,
            Interruption interruption,
            List<Engine> engines) {
        this.file = file;
        this.protocol = protocol;
        this.given = Set.copyOf(given);
        this.console = console;
        this.interruption = interruption;
        this.engines = engines;
    }

    /** @throws UsageException if one of them shows nothing */
    Found find(List<RefusedDesign> designs) {
        List<RefusedTrace> traces = new ArrayList<>();
        for (RefusedDesign design : designs) {
            ExitCode code = find(design, traces);
            if (interruption.interrupted()) {
                console.error("interrupted: nothing is written");
                return new Found(List.of(), ExitCode.INTERRUPTED);
            }
            if (code != ExitCode.EXPECTED) {
                return new Found(List.of(), code);
            }
        }
        return new Found(List.copyOf(traces), ExitCode.EXPECTED);
    }

    private ExitCode find(RefusedDesign design, List<RefusedTrace> into) {
        String from = design.file().isEmpty() ? file : design.file();
        Plan plan = Planning.plan(
                List.of(from), List.of(design.check()), List.of(), List.of(design.property()), console, Severity.ERROR);
        if (plan.failed()) {
            return ExitCode.USAGE;
        }
        PlannedCheck planned = plan.checks().getFirst();
        if (!planned.expected().violated(design.property())) {
            throw futile(design, "the check does not expect the property to be violated");
        }
        LoadedFile loaded = Frontend.load(Path.of(planned.file())).result().orElseThrow();
        CheckSpec spec = loaded.checks().stream()
                .filter(c -> c.name().equals(planned.name()))
                .findFirst()
                .orElseThrow();
        Protocol bad = Frontend.protocol(loaded, spec.parameters()).result().orElseThrow();
        sameParameters(design, bad, spec);
        List<Outcome> outcomes = new CheckRun(CheckOptions.of(from), engines, interruption)
                .run(List.of(planned), new ProgressLine(console, new Labels(List.of(planned))));
        if (interruption.interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        Optional<PropertyOutcome> outcome = outcomes.stream()
                .flatMap(o -> o.properties().stream())
                .filter(p -> p.name().equals(design.property()))
                .findFirst();
        if (outcome.isEmpty() || !outcome.get().decided()) {
            console.error("`" + design.name() + "` is not decided, so nothing is written"
                    + outcome.map(o -> ": " + o.guarantee()).orElse(""));
            return ExitCode.UNDECIDED;
        }
        into.add(refused(design, bad, planned.system(), counterexample(design, outcome.get())));
        return ExitCode.EXPECTED;
    }

    private static Trace counterexample(RefusedDesign design, PropertyOutcome outcome) {
        if (!outcome.violated()) {
            throw futile(design, "the property is not violated");
        }
        return outcome.trace().orElseThrow(() -> futile(design, "the property has no counterexample"));
    }

    private RefusedTrace refused(RefusedDesign design, Protocol bad, TransitionSystem system, Trace trace) {
        Counterexample counterexample = new Counterexample(design.name(), bad, system, trace);
        return switch (Pursuit.of(protocol, counterexample, interruption::interrupted)) {
            case Pursuit.Result.Refused r -> r.trace();
            case Pursuit.Result.Futile f -> throw futile(design, f.why());
        };
    }

    /**
     * What makes a design of the same file bad its check names; in everything else it must be that of the code. One of
     * another file is bad as it is.
     */
    private void sameParameters(RefusedDesign design, Protocol bad, CheckSpec spec) {
        boolean here = design.file().isEmpty();
        for (TransitionSystem.Parameter b : bad.parameters()) {
            protocol.parameters().stream()
                    .filter(p -> p.name().equals(b.name()) && p.value() != b.value())
                    .filter(p -> !here
                            || (given.contains(p.name()) && !spec.parameters().containsKey(p.name())))
                    .findFirst()
                    .ifPresent(p -> {
                        throw futile(
                                design,
                                "`" + p.name() + "` is " + p.value() + " in the code, but " + b.value()
                                        + " in the counterexample");
                    });
        }
    }

    private static UsageException futile(RefusedDesign design, String why) {
        return new UsageException("`" + design.name() + "` can't be made a trace that code must refuse: " + why);
    }
}
