package dev.baton.cli;

import dev.baton.cli.check.CheckRun;
import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.Plan;
import dev.baton.cli.check.SimulationOptions;
import dev.baton.cli.check.SimulationRun;
import dev.baton.cli.check.UsageException;
import dev.baton.cli.check.WalkedCheck;
import dev.baton.cli.check.WalkedProperty;
import dev.baton.cli.report.Labels;
import dev.baton.cli.report.SimulationJson;
import dev.baton.cli.report.SimulationReport;
import dev.baton.cli.report.SimulationSummary;
import dev.baton.cli.report.SimulationTable;
import dev.baton.cli.report.TraceFiles;
import dev.baton.cli.report.TraceTexts;
import dev.baton.trace.TraceStyle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baton simulate}: walks at random through protocols that are too large to check. */
@Command(
        name = "simulate",
        description = {
            "Walks at random through protocols, and looks for violations on the way. Finds bugs where there are too"
                    + " many states to check; shows nothing of what it does not come by, and does not decide liveness."
        },
        footer = {
            "",
            "Examples:",
            "  baton simulate specs/ipi/single_slot.baton",
            "  baton simulate big.baton --param N=6 --timeout 5m --workers 8",
            "  baton simulate big.baton --seed 42 --steps 100000     the same walks every time",
            "  baton simulate big.baton --json - --property NoneLost for programs; see docs/simulate.md",
            "",
            "Exit codes: 0 nothing that is not expected was seen, 1 something was, 2 wrong input, 70 internal error,",
            "130 interrupted."
        })
final class SimulateCommand implements Callable<Integer> {
    private static final long STEPS = 1_000_000;

    private final Console given;
    private final Interruption interruption;

    @Mixin
    private final SelectedChecks checks = new SelectedChecks();

    @Option(names = "--property", paramLabel = "P", description = "Look for only this property; may be repeated.")
    private List<String> properties = List.of();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "An integer: the same seed, steps and depth walk the same way. Default: another each time.")
    private @Nullable Long seed;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps to take in each check. Default: 1000000, or with --timeout no end.")
    private @Nullable Long steps;

    @Option(
            names = "--timeout",
            paramLabel = "10s",
            converter = Amounts.Time.class,
            description = "Stop each check after this time: 500ms, 60s, 5m, 2h.")
    private @Nullable Duration timeout;

    @Option(
            names = "--depth",
            paramLabel = "D",
            description = "Steps after which a walk starts over. Default: ${DEFAULT-VALUE}.")
    private int depth = 1000;

    @Option(names = "--workers", paramLabel = "N", description = "Threads that walk. Default: ${DEFAULT-VALUE}.")
    private int workers = 1;

    @Option(names = "--keep-going", description = "Take all steps, also after a violation that is not expected.")
    private boolean keepGoing;

    @Mixin
    private final JsonOptions json = new JsonOptions();

    @Option(
            names = "--trace-dir",
            paramLabel = "DIR",
            description = "Write every trace into this folder, as text, JSON and ITF; the folder it is in must exist.")
    private @Nullable String traceDir;

    @Option(
            names = "--full",
            description = "Show every variable and every change in traces, and the traces that reach covers.")
    private boolean full;

    @Mixin
    private final ColourOptions colours = new ColourOptions();

    SimulateCommand(Console console, Interruption interruption) {
        this.given = console;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        return new Session(colours.of(given)).run().code();
    }

    private SimulationOptions options() {
        if (steps != null && steps < 1) {
            throw new UsageException("`--steps " + steps + "`: at least 1 is needed");
        }
        if (depth < 1) {
            throw new UsageException("`--depth " + depth + "`: at least 1 is needed");
        }
        if (workers < 1) {
            throw new UsageException("`--workers " + workers + "`: at least 1 is needed");
        }
        OptionalLong most = steps != null
                ? OptionalLong.of(steps)
                : timeout == null ? OptionalLong.of(STEPS) : OptionalLong.empty();
        // short enough to be typed again
        long chosen = seed != null ? seed : ThreadLocalRandom.current().nextLong(1L << 32);
        return new SimulationOptions(chosen, most, Optional.ofNullable(timeout), depth, workers, keepGoing);
    }

    /** One run: where everything is written is known before anything is done. */
    private final class Session {
        private final long start = System.nanoTime();
        private final Console console;
        private final SimulationOptions options = options();
        private final JsonTarget target = json.target();
        private final Optional<Path> traceFolder =
                Optional.ofNullable(traceDir).map(name -> OutputFile.writableFolder("--trace-dir", name));

        Session(Console console) {
            this.console = console;
        }

        ExitCode run() {
            Plan plan = checks.plan(properties, console);
            if (plan.failed()) {
                writeJson(plan, List.of(), ExitCode.USAGE);
                return ExitCode.USAGE;
            }
            Labels labels = new Labels(plan.checks());
            List<WalkedCheck> walked = new SimulationRun(options, Engines.walking(), interruption)
                    .run(plan.checks(), target.toOut() ? CheckRun.Observer.NOBODY : new ProgressLine(console, labels));
            ExitCode code = exitCode(walked);
            if (!target.toOut()) {
                print(plan, walked, labels);
            }
            writeJson(plan, walked, code);
            traceFolder.ifPresent(folder -> OutputFile.writeAll(
                    folder,
                    TraceFiles.of(walked.stream().map(WalkedCheck::outcome).toList(), labels, TraceFiles.USUAL)));
            return code;
        }

        private void print(Plan plan, List<WalkedCheck> walked, Labels labels) {
            SimulationTable.properties(walked, labels, console.ink()).forEach(console.out()::println);
            console.out().println();
            TraceStyle style = new TraceStyle(console.ink(), console.width(), full);
            for (String text :
                    TraceTexts.all(walked.stream().map(WalkedCheck::outcome).toList(), labels, style)) {
                console.out().println(text);
            }
            for (WalkedCheck check : walked) {
                SimulationTable.actions(check, labels, console.ink()).forEach(console.out()::println);
                console.out().println();
            }
            SimulationSummary.of(walked, plan.checks().size(), options.seed(), labels)
                    .forEach(console.out()::println);
        }

        private void writeJson(Plan plan, List<WalkedCheck> walked, ExitCode code) {
            double seconds = (System.nanoTime() - start) / 1e9;
            target.write(
                    () -> SimulationJson.text(new SimulationReport(
                            Version.number(), plan.diagnostics(), options, walked, seconds, code.code())),
                    console);
        }
    }

    private ExitCode exitCode(List<WalkedCheck> walked) {
        if (interruption.interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        return walked.stream().flatMap(w -> w.properties().stream()).anyMatch(WalkedProperty::unexpected)
                ? ExitCode.UNEXPECTED
                : ExitCode.EXPECTED;
    }
}
