package dev.baton.cli;

import dev.baton.checker.smt.ProofEngine;
import dev.baton.checker.smt.prove.Attempts;
import dev.baton.checker.smt.prove.Method;
import dev.baton.cli.check.CheckOptions;
import dev.baton.cli.check.CheckRun;
import dev.baton.cli.check.EngineChoice;
import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.LongRun;
import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.Plan;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.UsageException;
import dev.baton.cli.report.JsonReport;
import dev.baton.cli.report.Labels;
import dev.baton.cli.report.ProofJson;
import dev.baton.cli.report.ProofTexts;
import dev.baton.cli.report.ResultTable;
import dev.baton.cli.report.RunReport;
import dev.baton.cli.report.Summary;
import dev.baton.cli.report.TraceTexts;
import dev.baton.trace.TraceStyle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code baton prove}: safety properties for behaviours of any length. */
@Command(
        name = "prove",
        description = {
            "Proves the safety properties of protocols (invariants, steps, deadlock freedom, definedness) without a"
                    + " bound",
            "on the length of behaviours, with several methods at once; the first answer counts. Liveness and covers"
                    + " are",
            "left out: `baton check` decides these. See docs/proofs.md."
        },
        footer = {
            "",
            "Examples:",
            "  baton prove specs/ipi/ring_published.baton",
            "  baton prove ring.baton --check second_lap --why  what the proofs rest on, and what they do not need",
            "  baton prove ring.baton --timeout 10m             more time for each property",
            "  baton prove ring.baton --out proofs              leave certificates for `baton certificate`",
            "",
            "Exit codes: 0 as every `expect` says, 1 otherwise, 2 wrong input, 3 undecided, 70 internal error,",
            "130 interrupted."
        })
final class ProveCommand implements Callable<Integer> {
    private final Console given;
    private final Interruption interruption;
    private final Attempts attempts;

    @Mixin
    private final SelectedChecks checks = new SelectedChecks();

    @Option(names = "--property", paramLabel = "P", description = "Prove only this property; may be repeated.")
    private List<String> properties = List.of();

    @Option(
            names = "--timeout",
            paramLabel = "60s",
            converter = Amounts.Time.class,
            description = "For each property: 500ms, 60s, 5m, 2h. What is undecided then is unknown. Default: 60s.")
    private Duration timeout = ProofEngine.TIMEOUT;

    @Option(
            names = "--memory",
            paramLabel = "4g",
            converter = Amounts.Size.class,
            description = "How much Z3 may take: 512m, 4g; a quarter of it for Spacer, which is a process of its own."
                    + " Default: three quarters of what there is.")
    private @Nullable Long memory;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = {
                "Write what was proved as certificates for `baton certificate`: CHECK.cert.smt2 with the inductive"
                        + " invariant, the same",
                "as lemmas (.cert.baton) and in TLA+; the folder it is in must exist."
            })
    private @Nullable String out;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            converter = Methods.class,
            description = "Try only this: k-induction, ic3, ic3-thorough, spacer, reachable; may be repeated. Default:"
                    + " all, spacer after two seconds.")
    private List<Method> methods = List.of();

    @Option(
            names = "--why",
            description =
                    "Say what each proof rests on, and what not: clauses, lemmas, guards, faults and their limits,"
                            + " assumptions.")
    private boolean why;

    @Mixin
    private final JsonOptions json = new JsonOptions();

    @Option(names = "--full", description = "Show every variable and every change in traces.")
    private boolean full;

    @Mixin
    private final ColourOptions colours = new ColourOptions();

    /** What may be typed after {@code --method}. */
    static final class Methods implements ITypeConverter<Method> {
        @Override
        public Method convert(String text) {
            return Arrays.stream(Method.values())
                    .filter(method -> name(method).equals(text.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no method `" + text + "`; there is "
                            + Arrays.stream(Method.values()).map(Methods::name).collect(Collectors.joining(", "))));
        }

        private static String name(Method method) {
            return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    ProveCommand(Console console, Interruption interruption, Attempts attempts) {
        this.given = console;
        this.interruption = interruption;
        this.attempts = attempts;
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        Console console = colours.of(given);
        JsonTarget target = json.target();
        Optional<Path> folder = Optional.ofNullable(out).map(f -> OutputFile.writableFolder("--out", f));
        Plan plan = checks.plan(properties, console);
        if (plan.failed()) {
            return ExitCode.USAGE.code();
        }
        List<PlannedCheck> planned = provable(plan);
        Labels labels = new Labels(planned);
        ProofTexts proofs = new ProofTexts();
        ProgressLine progress = new ProgressLine(console, labels);
        List<Outcome> outcomes = new CheckRun(
                        options(),
                        List.of(new ProofEngine(proofs, methods.isEmpty() ? Method.usual() : methods, attempts)),
                        interruption)
                .run(planned, target.toOut() ? CheckRun.Observer.NOBODY : progress);
        ExitCode code = Judgement.of(outcomes, proofs.bugs(), interruption.interrupted(), false);
        if (!target.toOut()) {
            print(console, outcomes, labels, proofs);
        }
        proofs.bugs().forEach(bug -> console.error("internal error: " + bug));
        folder.ifPresent(f -> certify(f, planned, proofs, labels, console));
        RunReport report = new RunReport(
                Version.number(),
                plan.diagnostics(),
                outcomes,
                List.of(),
                (System.nanoTime() - start) / 1e9,
                code.code());
        target.write(() -> JsonReport.text(report, new ProofJson(proofs)), console);
        return code.code();
    }

    private static void certify(
            Path folder, List<PlannedCheck> planned, ProofTexts proofs, Labels labels, Console console) {
        for (ProofTexts.Proved proved : proofs.proved()) {
            planned.stream()
                    .filter(c -> c.system().equals(proved.system().system()))
                    .map(c -> labels.of(c).replace(": ", "-").replace('/', '-'))
                    .forEach(name -> {
                        Map<String, String> texts = CertificateFiles.of(
                                name, proved.system(), proved.properties(), proved.invariant(), proved.method());
                        OutputFile.writeAll(folder, texts);
                        texts.keySet().forEach(file -> console.err().println("wrote " + folder.resolve(file)));
                    });
        }
    }

    private static List<PlannedCheck> provable(Plan plan) {
        List<PlannedCheck> provable = plan.checks().stream()
                .map(c -> new PlannedCheck(
                        c.file(),
                        c.name(),
                        c.system(),
                        c.properties().stream().filter(ProofEngine::decides).toList(),
                        c.expected()))
                .filter(c -> !c.properties().isEmpty())
                .toList();
        if (provable.isEmpty()) {
            throw new UsageException("there is no safety property to prove; liveness and covers are for `baton check`");
        }
        return provable;
    }

    private CheckOptions options() {
        return new CheckOptions(
                checks.files(),
                checks.names(),
                checks.values(),
                EngineChoice.PROVE,
                properties,
                1,
                Optional.of(timeout),
                Optional.ofNullable(memory),
                LongRun.UNSAID,
                false);
    }

    private void print(Console console, List<Outcome> outcomes, Labels labels, ProofTexts proofs) {
        ResultTable.lines(outcomes, labels, console.ink()).forEach(console.out()::println);
        console.out().println();
        TraceStyle style = new TraceStyle(console.ink(), console.width(), full);
        TraceTexts.all(outcomes, labels, style).forEach(console.out()::println);
        if (why) {
            proofs.proofs(console.ink()).forEach(console.out()::println);
        }
        proofs.obstacles(style).forEach(console.out()::println);
        console.out().println(Summary.of(outcomes, labels));
    }
}
