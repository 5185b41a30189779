package dev.baton.cli.mutants;

import dev.baton.runtime.Pace;
import dev.baton.runtime.process.RunOptions;
import dev.baton.runtime.process.RunOptions.Blow;
import dev.baton.runtime.process.RunOptions.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A run of a protocol whose log is then held against it.
 *
 * @param protocol the name of its file
 * @param logged whether a log is written and held against it; without, it goes faster
 * @param times how often it is run
 * @param reached what private variables are in the end, by the kernel's name and the variable's, however slow the
 *     machine was: else it lost progress
 */
record Scenario(
        String name, String protocol, RunOptions options, boolean logged, int times, Map<String, String> reached) {
    Scenario {
        reached = Map.copyOf(reached);
    }

    /** All of them. */
    static final List<Scenario> ALL = List.of(
            run("ring_published", 300, 5),
            run("single_slot_full_flag", 400, 5),
            new Scenario(
                    "ring_reclaimed",
                    "ring_reclaimed",
                    RunOptions.DEFAULT.limit(Duration.ofMillis(2_000)).pace(Pace.FAST.atMost(20_000)),
                    true,
                    1,
                    Map.of("Receiver.delivered", "[Sender(0): 60, Sender(1): 60, Sender(2): 60]")),
            new Scenario(
                    "dead_producer",
                    "ring_reclaimed",
                    RunOptions.DEFAULT
                            .processes(true)
                            .limit(Duration.ofMillis(4_000))
                            .pace(Pace.FAST.atMost(500))
                            .faults(List.of(kill("Sender", 1, 1_200))),
                    true,
                    1,
                    Map.of()),
            new Scenario(
                    "two_phase",
                    "two_phase",
                    RunOptions.DEFAULT
                            .limit(Duration.ofMillis(300))
                            .pace(Pace.FAST.with("time_out", Duration.ofMillis(100))),
                    true,
                    8,
                    Map.of()),
            new Scenario(
                    "live_update",
                    "live_update",
                    RunOptions.DEFAULT
                            .limit(Duration.ofMillis(700))
                            .pace(Pace.FAST
                                    .atMost(5_000)
                                    .with("time_out", Duration.ofMillis(300))
                                    .with("update", Duration.ofMillis(100))),
                    true,
                    2,
                    Map.of()),
            new Scenario(
                    "live_update_killed",
                    "live_update",
                    RunOptions.DEFAULT
                            .processes(true)
                            .limit(Duration.ofMillis(4_000))
                            .pace(Pace.FAST
                                    .atMost(2_000)
                                    .with("time_out", Duration.ofMillis(900))
                                    .with("update", Duration.ofMillis(300)))
                            .faults(List.of(kill("Old", 0, 1_500), kill("New", 0, 2_200)))
                            .restart(Map.of("Old", Duration.ofMillis(100))),
                    true,
                    1,
                    Map.of()),
            run("busy", 250, 2),
            run("movers", 250, 2),
            new Scenario(
                    "movers_killed",
                    "movers",
                    RunOptions.DEFAULT
                            .processes(true)
                            .limit(Duration.ofMillis(5_000))
                            .pace(Pace.FAST.atMost(3_000))
                            .faults(List.of(
                                    kill("Mover", 0, 1_500),
                                    kill("Mover", 1, 2_000),
                                    kill("Mover", 0, 2_800),
                                    kill("Mover", 1, 3_300),
                                    new Fault(Blow.HANG, "Mover", 0, Duration.ofMillis(3_900))))
                            .restart(Map.of("Mover", Duration.ofMillis(50))),
                    true,
                    1,
                    Map.of()),
            new Scenario(
                    "movers_killed_often",
                    "movers",
                    RunOptions.DEFAULT
                            .processes(true)
                            .limit(Duration.ofMillis(9_000))
                            .faults(IntStream.range(0, 18)
                                    .mapToObj(i -> kill("Mover", i % 2, 1_500 + 400 * i))
                                    .toList())
                            .restart(Map.of("Mover", Duration.ofMillis(10))),
                    false,
                    3,
                    Map.of()),
            new Scenario(
                    "movers_hung",
                    "movers",
                    RunOptions.DEFAULT
                            .limit(Duration.ofMillis(500))
                            .pace(Pace.FAST.atMost(100))
                            .faults(List.of(new Fault(Blow.HANG, "Mover", 0, Duration.ofMillis(150)))),
                    true,
                    20,
                    Map.of()),
            unlogged("stream", 4),
            new Scenario(
                    "ping",
                    "ping",
                    // Each step so long that whoever waits for it falls asleep.
                    RunOptions.DEFAULT.limit(Duration.ofMillis(3_000)).pace(Pace.FAST.atMost(2_000)),
                    true,
                    1,
                    Map.of("Client.rounds", "200")),
            new Scenario(
                    "spin",
                    "spin",
                    RunOptions.DEFAULT.limit(Duration.ofMillis(1_000)),
                    false,
                    1,
                    Map.of("Spinner.rounds", "200")),
            unlogged("exclusion", 1),
            unlogged("exclusion_tso", 1));

    private static Scenario unlogged(String protocol, int times) {
        return new Scenario(
                protocol, protocol, RunOptions.DEFAULT.limit(Duration.ofMillis(1_500)), false, times, Map.of());
    }

    private static Scenario run(String protocol, int millis, int times) {
        return new Scenario(
                protocol, protocol, RunOptions.DEFAULT.limit(Duration.ofMillis(millis)), true, times, Map.of());
    }

    private static Fault kill(String actor, int member, int millis) {
        return new Fault(Blow.CRASH, actor, member, Duration.ofMillis(millis));
    }

    /** The one of a name. */
    static Scenario of(String name) {
        Optional<Scenario> found = ALL.stream().filter(s -> s.name.equals(name)).findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException("no run is called `" + name + "`"));
    }
}
