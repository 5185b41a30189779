package dev.baton.cli;

import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.UsageException;
import dev.baton.cli.run.Delay;
import dev.baton.cli.run.Gap;
import dev.baton.cli.run.Kill;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baton run}: the generated implementation of a protocol at work. */
@Command(
        name = "run",
        description = {
            "Generates the Java of a protocol, compiles it and runs it: all kernels in one process, or each a process"
                    + " of its own on shared memory. Kills kernels where it is asked to, and says what came of it."
        },
        footer = {
            "",
            "Examples:",
            "  baton run ring.baton --seconds 5",
            "  baton run ring.baton --processes --seconds 30 --kill 'Sender[1]@15s' --log ring.log --validate",
            "  baton run live_update.baton --processes --repeat 200 --kill Old@0ms..400ms --kill New@0ms..400ms \\",
            "      --restart-after 20ms --validate --gap Old.serve.set_served..New.serve.set_served",
            "",
            "Exit codes: 0 nothing went wrong, 1 a kernel did what the protocol calls an error, or a log is no"
                    + " behaviour,",
            "2 wrong input, 3 a log could not be decided, 70 internal error, 130 interrupted.",
            "See docs/run.md."
        })
final class RunCommand implements Callable<Integer> {
    private static final int WAYS = 100_000;

    private final Console console;
    private final Interruption interruption;

    @Mixin
    private final OneInstance instance = new OneInstance();

    @Option(names = "--processes", description = "Each kernel a process of its own, which shares mapped memory alone.")
    private boolean processes;

    @Option(
            names = "--seconds",
            paramLabel = "30",
            converter = Amounts.Time.class,
            description = "How long at most; it ends earlier when nothing can happen any more. Default: 10.")
    private Duration seconds = Duration.ofSeconds(10);

    @Option(names = "--repeat", paramLabel = "N", description = "Run it so often, each time anew. Default: once.")
    private int repeat = 1;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Write what every kernel did; of several runs the last, or the first that is no behaviour.")
    private @Nullable String log;

    @Option(
            names = "--validate",
            description = "Decide of each run whether what kernels did is a behaviour of the protocol.")
    private boolean validate;

    @Option(
            names = "--kill",
            paramLabel = "K[1]@15s",
            converter = Kill.Converter.class,
            description =
                    "Kill a kernel, as `kill -9` does: at a time, or at a random one, K@0ms..400ms; may be repeated.")
    private List<Kill> kills = List.of();

    @Option(
            names = "--restart-after",
            paramLabel = "20ms",
            converter = Amounts.Time.class,
            description =
                    "Start a kernel that crashed again after so long, if the protocol says that it may come back.")
    private @Nullable Duration restart;

    @Option(
            names = "--delay",
            paramLabel = "K.action=20ms",
            converter = Delay.Converter.class,
            description = "How long an action waits once it can be taken, a timer for example; or timeout=20ms, when a"
                    + " `timeout` comes. May be repeated.")
    private List<Delay> delays = List.of();

    @Option(
            names = "--pace",
            paramLabel = "N",
            description = "At most so many steps a second of each core. Default: as fast as it can.")
    private long pace;

    @Option(
            names = "--gap",
            paramLabel = "K.a..L.b",
            converter = Gap.Converter.class,
            description = "Measure the time from the last event before another to that one; of several runs, the"
                    + " distribution.")
    private List<Gap> gaps = List.of();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "An integer, for random times and choices. Default: another each time.")
    private @Nullable Long seed;

    @Option(
            names = "--ways",
            paramLabel = "N",
            description = "Give up validation where there are more ways to explain a log. Default: ${DEFAULT-VALUE}.")
    private int ways = WAYS;

    RunCommand(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        if (repeat < 1) {
            throw new UsageException("`--repeat " + repeat + "`: at least 1 is needed");
        }
        if (pace < 0) {
            throw new UsageException("`--pace " + pace + "`: 0 is as fast as it can, and less makes no sense");
        }
        Optional<OutputFile> kept = Optional.ofNullable(log).map(name -> OutputFile.writable("--log", name));
        Optional<OnePlanned> planned = instance.plan(Optional.empty(), console);
        if (planned.isEmpty()) {
            return ExitCode.USAGE.code();
        }
        long chosen = seed != null ? seed : ThreadLocalRandom.current().nextLong(1L << 32);
        MachineRuns.Request request = new MachineRuns.Request(
                processes,
                seconds,
                repeat,
                validate,
                kills,
                Optional.ofNullable(restart),
                delays,
                pace,
                gaps,
                chosen,
                ways);
        return new MachineRuns(planned.get(), request, kept, console, interruption)
                .run()
                .code();
    }
}
