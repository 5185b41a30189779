package dev.baton.cli;

import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.UsageException;
import dev.baton.cli.report.ValidationReport;
import dev.baton.cli.run.CompiledMachine;
import dev.baton.cli.run.Delay;
import dev.baton.cli.run.Distribution;
import dev.baton.cli.run.Gap;
import dev.baton.cli.run.Kill;
import dev.baton.cli.view.DeclaredParameters;
import dev.baton.codegen.GeneratedFile;
import dev.baton.codegen.JavaGenerator;
import dev.baton.codegen.Provenance;
import dev.baton.dsl.Frontend;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.system.Fairness;
import dev.baton.runtime.Pace;
import dev.baton.runtime.process.MachineRun;
import dev.baton.runtime.process.RunOptions;
import dev.baton.runtime.process.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Runs of a generated machine, one or many, and what came of them. Apart from {@link RunCommand}: no other command
 * loads it.
 */
final class MachineRuns {
    private static final String FOLDER = "generated";
    private static final long LOOK = 50;
    private static final Duration WISH = Duration.ofMillis(100);

    private final OnePlanned planned;
    private final Request request;
    private final Optional<OutputFile> kept;
    private final Console console;
    private final Interruption interruption;
    private final Random random;
    private final Map<Gap, List<Long>> gaps = new LinkedHashMap<>();
    /** Actions that nobody has to take: they wait a little, so that others come first. */
    private List<String> wishes = List.of();

    /** Actors that the protocol lets come back after a crash. */
    private List<String> comeBack = List.of();

    private final Map<RunReport.Ended, Integer> endings = new EnumMap<>(RunReport.Ended.class);
    private final List<String> notes = new ArrayList<>();
    private int crashes;
    private long events;
    private int validated;
    private ExitCode worst = ExitCode.EXPECTED;

    /**
     * What the command line asks.
     *
     * @param pace steps a second of each core; 0: no limit
     */
    record Request(
            boolean processes,
            Duration limit,
            int repeat,
            boolean validate,
            List<Kill> kills,
            Optional<Duration> restart,
            List<Delay> delays,
            long pace,
            List<Gap> gaps,
            long seed,
            int ways) {
        Request {
            kills = List.copyOf(kills);
            delays = List.copyOf(delays);
            gaps = List.copyOf(gaps);
        }

        private boolean logs() {
            return validate || !gaps.isEmpty();
        }
    }

    MachineRuns(
            OnePlanned planned,
            Request request,
            Optional<OutputFile> kept,
            Console console,
            Interruption interruption) {
        this.planned = planned;
        this.request = request;
        this.kept = kept;
        this.console = console;
        this.interruption = interruption;
        this.random = new Random(request.seed());
        request.gaps().forEach(gap -> gaps.put(gap, new ArrayList<>()));
    }

    ExitCode run() {
        Diagnosed<List<GeneratedFile>> generated = generated();
        generated.diagnostics().forEach(d -> console.err().println(d.render()));
        if (generated.result().isEmpty()) {
            return ExitCode.USAGE;
        }
        try (CompiledMachine machine = CompiledMachine.of(generated.result().get())) {
            int runs = 0;
            while (runs < request.repeat() && !interruption.interrupted() && worst != ExitCode.UNEXPECTED) {
                once(machine, runs);
                runs++;
            }
            tell(runs);
        } catch (CompiledMachine.NoCompilerException e) {
            throw new UsageException("this Java has no compiler: install a JDK; see `baton doctor`");
        } catch (IOException e) {
            console.error("can't run it: " + OutputFile.reason(e));
            return ExitCode.USAGE;
        }
        return interruption.interrupted() ? ExitCode.INTERRUPTED : worst;
    }

    private Diagnosed<List<GeneratedFile>> generated() {
        PlannedCheck check = planned.check();
        Path file = Path.of(check.file());
        Map<String, Integer> values = new LinkedHashMap<>();
        check.system().parameters().forEach(p -> values.put(p.name(), p.value()));
        Protocol protocol = Frontend.protocol(
                        Frontend.load(file).result().orElseThrow(), DeclaredParameters.of(file, values))
                .result()
                .orElseThrow();
        wishes = protocol.actors().stream()
                .flatMap(actor -> actor.actions().stream()
                        .filter(action -> action.fairness() == Fairness.Strength.UNFAIR)
                        .map(action -> actor.name() + "." + action.name()))
                .toList();
        comeBack = protocol.faults().stream()
                .filter(fault -> fault.kind() == Protocol.Fault.Kind.RESTART)
                .map(Protocol.Fault::target)
                .toList();
        Provenance provenance = new Provenance(
                protocol.source().sha256(), List.of(), Optional.of("Made to be run at once, and not checked."));
        return JavaGenerator.generate(protocol, FOLDER, provenance);
    }

    private void once(CompiledMachine machine, int number) throws IOException {
        Path log = request.logs() || kept.isPresent() ? Files.createTempFile("baton-run-", ".log") : Path.of("");
        try {
            RunReport report = watched(machine.run(), options(number, log));
            endings.merge(report.ended(), 1, Integer::sum);
            crashes += report.crashes();
            events += report.events();
            report.notes().stream().filter(n -> !notes.contains(n)).forEach(notes::add);
            report.violations().forEach(v -> console.out().println("run " + (number + 1) + ": " + v));
            if (!report.violations().isEmpty()) {
                worst = ExitCode.UNEXPECTED;
            }
            if (request.repeat() == 1) {
                new TreeMap<>(report.variables())
                        .forEach((who, values) -> console.out().println(who + ": " + text(values)));
            }
            for (Map.Entry<Gap, List<Long>> gap : gaps.entrySet()) {
                gap.getKey().in(log).ifPresent(gap.getValue()::add);
            }
            if (request.validate() && report.ended() != RunReport.Ended.STOPPED) {
                validate(log, number);
            }
            if (kept.isPresent()) {
                kept.get().copy(log);
            }
        } finally {
            if (!log.toString().isEmpty()) {
                Files.deleteIfExists(log);
            }
        }
    }

    private RunOptions options(int number, Path log) {
        Pace pace = Pace.FAST.atMost(request.pace());
        for (String action : wishes) {
            pace = pace.with(action, WISH);
        }
        for (Delay delay : request.delays()) {
            pace = pace.with(delay.unit(), delay.time());
        }
        RunOptions options = RunOptions.DEFAULT
                .processes(request.processes())
                .limit(request.limit())
                .faults(request.kills().stream().map(kill -> kill.draw(random)).toList())
                .pace(pace)
                .seed(request.seed() + number);
        Map<String, Duration> restart = new TreeMap<>();
        request.restart().ifPresent(after -> comeBack.forEach(actor -> restart.put(actor, after)));
        options = options.restart(restart);
        return log.toString().isEmpty() ? options : options.log(log);
    }

    /** Runs it, and stops it when the user does. */
    private RunReport watched(MachineRun run, RunOptions options) throws IOException {
        Thread watch = Thread.ofVirtual().start(() -> {
            try {
                while (!interruption.interrupted()) {
                    Thread.sleep(LOOK);
                }
                run.stop();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return run.run(options);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        } finally {
            watch.interrupt();
        }
    }

    private void validate(Path log, int number) {
        LogValidation.Request asked = new LogValidation.Request(
                planned.check().file(),
                log.toString(),
                Optional.empty(),
                Optional.of(planned.check().name()),
                planned.overrides().entrySet().stream()
                        .map(e -> new Setting(e.getKey(), e.getValue()))
                        .toList(),
                List.of(),
                true,
                false,
                0,
                request.ways());
        LogValidation validation = new LogValidation(asked, console, interruption);
        Optional<ValidationReport> report = validation.report();
        if (report.isEmpty()) {
            worst = ExitCode.UNEXPECTED;
            return;
        }
        ExitCode code = LogValidation.code(report.get().verdict(), report.get().check());
        if (request.repeat() == 1 || code != ExitCode.EXPECTED) {
            validation.print(report.get());
        }
        if (code == ExitCode.EXPECTED) {
            validated++;
        } else if (code != ExitCode.INTERRUPTED) {
            console.out().println("run " + (number + 1) + ": its log is not validated");
            worst = worst == ExitCode.UNEXPECTED ? worst : code;
        }
    }

    private void tell(int runs) {
        notes.forEach(note -> console.err().println("note: " + note));
        StringJoiner line = new StringJoiner(", ");
        line.add(count(runs, "run") + (request.processes() ? " with a process for each kernel" : " in one process"));
        endings.forEach((ended, n) -> line.add(text(ended) + (runs == 1 ? "" : " in " + n)));
        line.add(count(crashes, "crash"));
        if (request.logs() || kept.isPresent()) {
            line.add(count(events, "event"));
        }
        console.out().println(line);
        if (request.validate()) {
            console.out()
                    .println(count(validated, "log") + " of " + runs
                            + (validated == 1 ? " is a behaviour" : " are behaviours") + " of the protocol");
        }
        gaps.forEach((gap, times) -> console.out().println(gap + ": " + new Distribution(times)));
        if (request.repeat() > 1 || !request.kills().isEmpty()) {
            console.out().println("seed " + request.seed());
        }
    }

    private static String text(Map<String, String> values) {
        return values.entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String text(RunReport.Ended ended) {
        return switch (ended) {
            case LIMIT -> "to the end of the time";
            case DONE -> "until nothing could happen any more";
            case VIOLATED -> "until a kernel broke the protocol";
            case STOPPED -> "stopped";
        };
    }

    private static String count(long n, String what) {
        String plural = what.endsWith("h") ? what + "es" : what + "s";
        return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? what : plural);
    }
}
