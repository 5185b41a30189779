package dev.baton.cli;

import dev.baton.checker.Engine;
import dev.baton.cli.check.CheckOptions;
import dev.baton.cli.check.CheckRun;
import dev.baton.cli.check.EngineChoice;
import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.Plan;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.UsageException;
import dev.baton.cli.generate.Checked;
import dev.baton.cli.generate.GeneratedFolder;
import dev.baton.cli.report.Labels;
import dev.baton.cli.report.ResultTable;
import dev.baton.codegen.GeneratedFile;
import dev.baton.codegen.JavaGenerator;
import dev.baton.codegen.Provenance;
import dev.baton.codegen.trace.RefusedTrace;
import dev.baton.codegen.trace.TraceTests;
import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.dsl.elaborate.CheckSpec;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Diagnosed;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code baton generate}: a protocol as Java that runs on the reference runtime, and tests that it follows the model.
 */
@Command(
        name = "generate",
        description = {
            "Writes a protocol as Java: a class for the machine, one for each kernel, records for its messages. The"
                    + " protocol is checked first; what came of it stands in the code."
        },
        footer = {
            "",
            "Examples:",
            "  baton generate specs/ipi/ring_published.baton --package org.example.ring --out src/main/java",
            "  baton generate a.baton --check small --package a --out gen --tests",
            "  baton generate a.baton --package a --out gen --tests --refuse hasty:NoneLost   what is known to be bad",
            "  baton generate a.baton --param N=8 --package a --out gen   other parameters than the checked ones",
            "  baton generate bad.baton --force --package bad --out gen   a violated one; its first line says so",
            "",
            "Exit codes: 0 generated, 1 the check did not come out well, 2 wrong input, 3 undecided or too many states",
            "for tests, 70 internal error, 130 interrupted. See docs/generate.md."
        })
final class GenerateCommand implements Callable<Integer> {
    private static final int MOST = 20_000;

    private final Console console;
    private final Interruption interruption;
    private final Function<EngineChoice, List<Engine>> engines;

    @Parameters(paramLabel = "FILE", description = "A .baton file.")
    private String file = "";

    @Option(names = "--package", required = true, paramLabel = "P", description = "The Java package.")
    private String folder = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder of Java sources; folders of the package are made below it.")
    private String out = "";

    @Option(
            names = "--check",
            paramLabel = "NAME",
            description = "The check to run, whose parameters the code has. Default: the file's first that expects"
                    + " everything to hold, else its first.")
    private @Nullable String check;

    @Option(
            names = "--param",
            paramLabel = "N=3",
            converter = Setting.Converter.class,
            description = "A parameter's value in the code, in place of the check's; may be repeated.")
    private List<Setting> parameters = List.of();

    @Option(
            names = "--tests",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "DIR",
            description = "Also write tests: a JUnit class, and traces that together take every step of the model."
                    + " Default of DIR: that of --out.")
    private @Nullable String tests;

    @Option(
            names = "--test-resources",
            paramLabel = "DIR",
            description = "With --tests: where to write the traces. Default: where the test class is.")
    private @Nullable String testResources;

    @Option(
            names = "--refuse",
            paramLabel = "CHECK:PROPERTY",
            converter = RefusedDesign.Here.class,
            description =
                    "With --tests: a check of the file in which the property is violated. The code must refuse its"
                            + " counterexample; may be repeated.")
    private List<RefusedDesign> refusedHere = List.of();

    @Option(
            names = "--refuse-file",
            paramLabel = "FILE:CHECK:PROPERTY",
            converter = RefusedDesign.Elsewhere.class,
            description = "The same of a design in another file, with the same names; may be repeated.")
    private List<RefusedDesign> refusedElsewhere = List.of();

    @Option(
            names = "--max-states",
            paramLabel = "N",
            description = "With --tests: give up beyond so many states. Default: 20000.")
    private int most = MOST;

    @Option(names = "--force", description = "Generate whatever comes of the check; the code then says so first.")
    private boolean force;

    GenerateCommand(Console console, Interruption interruption, Function<EngineChoice, List<Engine>> engines) {
        this.console = console;
        this.interruption = interruption;
        this.engines = engines;
    }

    @Override
    public Integer call() {
        if (!SourceVersion.isName(folder)) {
            throw new UsageException("`--package " + folder + "` is no name of a Java package");
        }
        if (testResources != null && tests == null) {
            throw new UsageException("`--test-resources` says where traces are written; add `--tests`");
        }
        List<RefusedDesign> bad =
                Stream.concat(refusedHere.stream(), refusedElsewhere.stream()).toList();
        if (!bad.isEmpty() && tests == null) {
            throw new UsageException("`--refuse` and `--refuse-file` say what tests contain; add `--tests`");
        }
        Plan all =
                Planning.plan(List.of(file), check == null ? List.of() : List.of(check), List.of(), List.of(), console);
        if (all.failed()) {
            return ExitCode.USAGE.code();
        }
        PlannedCheck planned = chosen(all.checks());
        LoadedFile loaded = Frontend.load(Path.of(file)).result().orElseThrow();
        Map<String, Integer> given = parameters(loaded, planned.name());
        Diagnosed<Protocol> protocol = Frontend.protocol(loaded, given);
        if (protocol.failed() || protocol.result().isEmpty()) {
            protocol.diagnostics().forEach(d -> console.err().println(d.render()));
            return ExitCode.USAGE.code();
        }
        List<Outcome> outcomes = new CheckRun(CheckOptions.of(file), engines.apply(EngineChoice.AUTO), interruption)
                .run(List.of(planned), new ProgressLine(console, new Labels(List.of(planned))));
        if (interruption.interrupted()) {
            console.error("interrupted: nothing is written");
            return ExitCode.INTERRUPTED.code();
        }
        if (!force && !Checked.holds(outcomes)) {
            return refused(planned, outcomes).code();
        }
        RefusedDesigns.Found refused = new RefusedDesigns(
                        file,
                        protocol.result().get(),
                        given.keySet(),
                        console,
                        interruption,
                        engines.apply(EngineChoice.AUTO))
                .find(bad);
        if (refused.code() != ExitCode.EXPECTED) {
            return refused.code().code();
        }
        return generate(
                        protocol.result().get(),
                        Checked.provenance(loaded.source().text(), outcomes),
                        refused.traces())
                .code();
    }

    private static PlannedCheck chosen(List<PlannedCheck> checks) {
        return checks.stream()
                .filter(c -> c.properties().stream().noneMatch(p -> c.expected().violated(p.name())))
                .findFirst()
                .orElse(checks.getFirst());
    }

    private Map<String, Integer> parameters(LoadedFile loaded, String name) {
        Map<String, Integer> all = new HashMap<>();
        loaded.checks().stream()
                .filter(c -> c.name().equals(name))
                .map(CheckSpec::parameters)
                .forEach(all::putAll);
        all.putAll(Setting.map(parameters));
        return all;
    }

    private ExitCode refused(PlannedCheck planned, List<Outcome> outcomes) {
        ResultTable.lines(outcomes, new Labels(List.of(planned)), console.ink()).forEach(console.out()::println);
        boolean undecided = outcomes.stream().anyMatch(o -> !o.decided())
                && outcomes.stream().flatMap(o -> o.properties().stream()).noneMatch(Checked::harms);
        console.error("the check `" + planned.name() + "` "
                + (undecided ? "is not decided" : "shows that the protocol is violated")
                + ", so nothing is generated; `--force` does it all the same");
        return undecided ? ExitCode.UNDECIDED : ExitCode.UNEXPECTED;
    }

    private ExitCode generate(Protocol protocol, Provenance provenance, List<RefusedTrace> refused) {
        Diagnosed<List<GeneratedFile>> generated = JavaGenerator.generate(protocol, folder, provenance);
        generated.diagnostics().forEach(d -> console.err().println(d.render()));
        if (generated.result().isEmpty()) {
            return ExitCode.USAGE;
        }
        GeneratedFolder files = new GeneratedFolder();
        files.add(Path.of(out), generated.result().get());
        Optional<TraceTests.Made> made = Optional.empty();
        if (tests != null) {
            made = TraceTests.make(protocol, folder, provenance.sha256(), refused, most, interruption::interrupted);
            if (made.isEmpty()) {
                console.error(
                        interruption.interrupted()
                                ? "interrupted: nothing is written"
                                : "there are more than " + most
                                        + " states to make tests of, so nothing is written; choose"
                                        + " smaller parameters with `--param`");
                return interruption.interrupted() ? ExitCode.INTERRUPTED : ExitCode.UNDECIDED;
            }
            Path sources = Path.of(tests.isEmpty() ? out : tests);
            files.add(sources, made.get().sources());
            files.add(
                    testResources == null ? sources : Path.of(testResources),
                    made.get().resources());
        }
        files.write();
        console.out()
                .println("wrote " + generated.result().get().size() + " files of `" + protocol.name() + "` to " + out);
        made.ifPresent(m -> console.out()
                .println("tests: " + m.covered() + " of " + m.transitions() + " transitions of " + m.states()
                        + " states are covered, by " + m.traces() + " traces of " + m.steps() + " steps"));
        refused.forEach(r -> console.out().println(r.sentence()));
        return ExitCode.EXPECTED;
    }
}
