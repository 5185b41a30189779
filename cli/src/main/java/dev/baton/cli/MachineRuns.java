package dev.baton.cli;

import dev.baton.checker.Watch;
import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.UsageException;
import dev.baton.cli.report.Labels;
import dev.baton.cli.report.ValidationReport;
import dev.baton.cli.run.CompiledMachine;
import dev.baton.cli.run.Delay;
import dev.baton.cli.run.Distribution;
import dev.baton.cli.run.Gap;
import dev.baton.cli.run.Kill;
import dev.baton.cli.run.RunNames;
import dev.baton.cli.run.RunnableProtocol;
import dev.baton.codegen.GeneratedFile;
import dev.baton.model.source.Diagnosed;
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
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs of a generated machine, one or many, and what came of them. Apart from {@link RunCommand}: no other command
 * loads it.
 */
final class MachineRuns {
    private static final long LOOK = 50;
    private static final Duration WISH = Duration.ofMillis(100);

    private final OnePlanned planned;
    private final Request request;
    private final RunnableProtocol protocol;
    private final Optional<OutputFile> kept;
    private final Console console;
    private final Interruption interruption;
    private final ProgressLine progress;
    private final Random random;
    private final Map<Gap, List<Long>> gaps = new LinkedHashMap<>();
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
        this.protocol = RunnableProtocol.of(planned.check());
        this.kept = kept;
        this.console = console;
        this.interruption = interruption;
        this.progress = new ProgressLine(console, new Labels(List.of(planned.check())));
        this.random = new Random(request.seed());
        request.gaps().forEach(gap -> gaps.put(gap, new ArrayList<>()));
    }

    ExitCode run() {
        Diagnosed<List<GeneratedFile>> generated = protocol.generated();
        generated.diagnostics().forEach(d -> console.err().println(d.render()));
        if (generated.result().isEmpty()) {
            return ExitCode.USAGE;
        }
        sensible();
        try (CompiledMachine machine = CompiledMachine.of(generated.result().get())) {
            int runs = 0;
            while (runs < request.repeat() && !interruption.interrupted() && worst != ExitCode.UNEXPECTED) {
                once(machine, runs);
                runs++;
            }
            progress.done();
            tell(runs);
        } catch (CompiledMachine.NoCompilerException e) {
            throw new UsageException("this Java has no compiler: install a JDK; see `baton doctor`");
        } catch (IOException e) {
            console.error("can't run it: " + OutputFile.reason(e));
            return ExitCode.USAGE;
        }
        return interruption.interrupted() ? ExitCode.INTERRUPTED : worst;
    }

    /** @throws UsageException if options name what the protocol doesn't have */
    private void sensible() {
        RunNames names = protocol.names();
        Stream.concat(
                        request.delays().stream().map(names::unknown),
                        request.gaps().stream().map(names::unknown))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(wrong -> {
                    throw new UsageException(wrong);
                });
        request.kills().stream()
                .map(names::doubt)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(notes::add);
        if (request.restart().isPresent() && names.comeBack().isEmpty()) {
            notes.add("the protocol has no `fault restart`: no kernel comes back");
        }
    }

    private void once(CompiledMachine machine, int number) throws IOException {
        Path log = request.logs() || kept.isPresent() ? Files.createTempFile("baton-run-", ".log") : Path.of("");
        try {
            RunReport report = watched(machine.run(), options(number, log), number);
            endings.merge(report.ended(), 1, Integer::sum);
            crashes += report.crashes();
            events += report.events();
            report.notes().stream().filter(n -> !notes.contains(n)).forEach(notes::add);
            report.violations().forEach(v -> console.out().println("run " + (number + 1) + ": " + v));
            if (!report.violations().isEmpty()) {
                worst = ExitCode.UNEXPECTED;
            }
            if (request.repeat() == 1) {
                new TreeMap<>(report.variables()).forEach(this::tell);
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
        for (String action : protocol.wishes()) {
            pace = pace.with(action, WISH);
        }
        for (Delay delay : request.delays()) {
            pace = delay.ofTimeouts() ? pace.timingOut(delay.time()) : pace.with(delay.unit(), delay.time());
        }
        RunOptions options = RunOptions.DEFAULT
                .processes(request.processes())
                .limit(request.limit())
                .faults(request.kills().stream().map(kill -> kill.draw(random)).toList())
                .pace(pace)
                .seed(request.seed() + number);
        Map<String, Duration> restart = new TreeMap<>();
        request.restart().ifPresent(after -> protocol.names().comeBack().forEach(actor -> restart.put(actor, after)));
        options = options.restart(restart);
        return log.toString().isEmpty() ? options : options.log(log);
    }

    /** Runs it, and stops it when the user does. */
    private RunReport watched(MachineRun run, RunOptions options, int number) throws IOException {
        long start = System.nanoTime();
        Thread watch = Thread.ofVirtual().start(() -> {
            try {
                while (!interruption.interrupted()) {
                    Thread.sleep(LOOK);
                    progress.progress(planned.check(), "run", soFar(number, System.nanoTime() - start));
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

    /** How far it is: of several runs the number, of each the time. */
    private Watch.Progress soFar(int number, long nanoseconds) {
        StringJoiner text = new StringJoiner(", ");
        if (request.repeat() > 1) {
            text.add(String.format(Locale.ROOT, "%,d of %,d", number + 1, request.repeat()));
            text.add(count(crashes, "crash"));
            if (request.validate()) {
                text.add(count(validated, "log") + " validated");
            }
        }
        text.add(nanoseconds / 1_000_000_000 + " of at most " + request.limit().toSeconds() + " s");
        return new Watch.Progress(
                text.toString(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty());
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

    private void tell(String who, Map<String, String> variables) {
        if (!variables.isEmpty()) {
            console.out()
                    .println(variables.entrySet().stream()
                            .map(e -> e.getKey() + " = " + e.getValue())
                            .collect(Collectors.joining(", ", who + ": ", "")));
        }
    }

    private static String text(RunReport.Ended ended) {
        return switch (ended) {
            case LIMIT -> "to the end of the time";
            case DONE -> "until nothing could happen any more";
            case QUIET -> "until nothing that ran could go on";
            case VIOLATED -> "until a kernel broke the protocol";
            case STOPPED -> "stopped";
        };
    }

    private static String count(long n, String what) {
        String plural = what.endsWith("h") ? what + "es" : what + "s";
        return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? what : plural);
    }
}
