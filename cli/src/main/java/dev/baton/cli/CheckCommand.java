package dev.baton.cli;

import dev.baton.checker.Engine;
import dev.baton.cli.check.Agreement;
import dev.baton.cli.check.CheckOptions;
import dev.baton.cli.check.CheckRun;
import dev.baton.cli.check.CheckpointFolders;
import dev.baton.cli.check.EngineChoice;
import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.Plan;
import dev.baton.cli.check.Unused;
import dev.baton.cli.check.UsageException;
import dev.baton.cli.report.Labels;
import dev.baton.cli.report.ResultTable;
import dev.baton.cli.report.RunReport;
import dev.baton.cli.report.Summary;
import dev.baton.cli.report.TraceTexts;
import dev.baton.model.source.Diagnostic;
import dev.baton.trace.TraceStyle;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baton check}: runs the checks of files and says what came of them. */
@Command(
        name = "check",
        description = {
            "Checks protocols: each `check` of each file, or the one called `default` where a file has none.",
            "Prints a table of verdicts, then every counterexample."
        },
        footer = {
            "",
            "Examples:",
            "  baton check specs/ipi/single_slot.baton",
            "  baton check specs --junit results.xml          every protocol below a folder",
            "  baton check a.baton --check small --param N=3  one check, with another parameter",
            "  baton check a.baton --engine all               every engine, and whether they agree",
            "  baton check a.baton --engine smt --depth 20    no longer counterexample is looked for",
            "  baton check a.baton --json -                   for programs; see docs/json.md",
            "  baton check a.baton --checkpoint-dir long      a run that survives a kill; then --resume long",
            "  baton check a.baton --distributed --workers 4  TLC in five processes",
            "",
            "Exit codes: 0 as every `expect` says, 1 otherwise, 2 wrong input, 3 undecided, 70 internal error,",
            "130 interrupted."
        })
final class CheckCommand implements Callable<Integer> {
    private static final Duration TO_WRITE_A_CHECKPOINT = Duration.ofMinutes(5);

    private final Console given;
    private final Interruption interruption;
    private final Function<EngineChoice, List<Engine>> engines;

    @Mixin
    private final SelectedChecks checks = new SelectedChecks();

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            converter = EngineNames.class,
            description =
                    "auto (the default: the first of these that can), explicit (the compiled search), interpreter,"
                        + " tlc, prove (as `baton prove`), smt (a solver looks for counterexamples of up to --depth"
                        + " steps: docs/smt.md), or all, which also compares the answers of those that count states.")
    private @Nullable EngineChoice engine;

    @Option(
            names = "--distributed",
            description = "TLC with a server and --workers processes: see docs/distributed.md.")
    private boolean distributed;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS[:PORT]",
            converter = HostAndPort.class,
            description =
                    "With --distributed: where workers on other machines reach this one (`baton worker`). Default:"
                            + " nowhere.")
    private @Nullable InetSocketAddress listen;

    @Option(names = "--property", paramLabel = "P", description = "Decide only this property; may be repeated.")
    private List<String> properties = List.of();

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Threads that search; with more than 1, TLC's counterexamples need not be shortest. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int workers = 1;

    @Option(
            names = "--timeout",
            paramLabel = "60s",
            converter = Amounts.Time.class,
            description = "For each check: 500ms, 60s, 5m, 2h. What is undecided then is unknown.")
    private @Nullable Duration timeout;

    @Option(
            names = "--memory",
            paramLabel = "4g",
            converter = Amounts.Size.class,
            description = "How much memory an engine may use: 512m, 4g.")
    private @Nullable Long memory;

    @Mixin
    private final LongRunOptions longRun = new LongRunOptions();

    @Option(
            names = "--no-reduce",
            description =
                    "Visit every state. Else the compiled search leaves out what another state stands for, where that"
                            + " changes no verdict (docs/reductions.md); --engine all never does.")
    private boolean noReduce;

    @Mixin
    private final ResultOptions results = new ResultOptions();

    @Option(
            names = "--full",
            description = "Show every variable and every change in traces, and the traces that reach covers.")
    private boolean full;

    @Option(
            names = "--strict",
            description =
                    "Warnings fail the run, with exit code 1: those of the text, and those of what no check uses.")
    private boolean strict;

    @Mixin
    private final ColourOptions colours = new ColourOptions();

    CheckCommand(Console console, Interruption interruption, Function<EngineChoice, List<Engine>> engines) {
        this.given = console;
        this.interruption = interruption;
        this.engines = engines;
    }

    @Override
    public Integer call() {
        return new Session(colours.of(given)).run().code();
    }

    private EngineChoice choice() {
        return Objects.requireNonNullElse(engine, distributed ? EngineChoice.TLC : EngineChoice.AUTO);
    }

    private List<Engine> engines() {
        return distributed ? Engines.distributed(Optional.ofNullable(listen)) : engines.apply(choice());
    }

    private CheckOptions options() {
        if (workers < (listen == null ? 1 : 0)) {
            throw new UsageException(
                    "`--workers " + workers + "`: at least " + (listen == null ? 1 : 0) + " is needed");
        }
        if (listen != null && !distributed) {
            throw new UsageException("`--listen` says where workers find a server; add `--distributed` to start one");
        }
        results.check();
        if (distributed && engine != null && engine != EngineChoice.TLC) {
            throw new UsageException(
                    "`--distributed` is something that TLC alone can do, not `--engine " + engine + "`");
        }
        return new CheckOptions(
                checks.files(),
                checks.names(),
                checks.values(),
                choice(),
                properties,
                workers,
                Optional.ofNullable(timeout),
                Optional.ofNullable(memory),
                longRun.of(choice()),
                !noReduce && choice() != EngineChoice.ALL);
    }

    /** One run: where everything is written is known before anything is done. */
    private final class Session {
        private final long start = System.nanoTime();
        private final Console console;
        private final CheckOptions options = options();
        private final ResultFiles written = results.files();

        Session(Console console) {
            this.console = console;
        }

        ExitCode run() {
            Plan plan = checks.plan(properties, console);
            if (plan.failed()) {
                written.writeJson(report(plan, List.of(), List.of(), ExitCode.USAGE), console);
                return ExitCode.USAGE;
            }
            Labels labels = new Labels(plan.checks());
            if (longRun.explainLayout()) {
                return LayoutPrinter.print(plan.checks(), options, labels, console);
            }
            options.longRun().checkpoints().ifPresent(_ -> interruption.mayTake(TO_WRITE_A_CHECKPOINT));
            ProgressLine progress = new ProgressLine(console, labels);
            List<Outcome> outcomes = new CheckRun(options, engines(), interruption)
                    .run(plan.checks(), written.json().toOut() ? CheckRun.Observer.NOBODY : progress);
            List<String> disagreements = Agreement.disagreements(outcomes, workers);
            Map<String, List<Diagnostic>> unused = Unused.warnings(outcomes, plan.diagnostics());
            Plan told = plan.with(unused);
            ExitCode code = Judgement.of(outcomes, disagreements, interruption.interrupted(), strict && told.warned());
            write(outcomes, labels, report(told, outcomes, disagreements, code));
            unused.values().forEach(all -> all.forEach(d -> console.err().println(d.render())));
            if (strict && told.warned()) {
                console.error("there are warnings, and `--strict` lets none pass");
            }
            options.longRun().checkpoints().ifPresent(folders -> sayHowToResume(folders, outcomes));
            return code;
        }

        private void sayHowToResume(CheckpointFolders folders, List<Outcome> outcomes) {
            if (folders.someWritten()
                    && !outcomes.stream().allMatch(o -> o.result().complete() || o.decided())) {
                console.err()
                        .println("note: checkpoints are in `" + folders.root() + "`; the same command with `--resume "
                                + folders.root() + "` goes on from there");
            }
        }

        private void write(List<Outcome> outcomes, Labels labels, RunReport report) {
            if (!written.json().toOut()) {
                print(outcomes, labels);
            }
            report.disagreements().forEach(d -> console.error("internal error: engines disagree: " + d));
            written.all(report, labels, console);
        }

        private void print(List<Outcome> outcomes, Labels labels) {
            ResultTable.lines(outcomes, labels, console.ink()).forEach(console.out()::println);
            console.out().println();
            TraceStyle style = new TraceStyle(console.ink(), console.width(), full);
            for (String text : TraceTexts.all(outcomes, labels, style)) {
                console.out().println(text);
            }
            console.out().println(Summary.of(outcomes, labels));
        }

        private RunReport report(Plan plan, List<Outcome> outcomes, List<String> disagreements, ExitCode code) {
            double seconds = (System.nanoTime() - start) / 1e9;
            return new RunReport(Version.number(), plan.diagnostics(), outcomes, disagreements, seconds, code.code());
        }
    }
}
