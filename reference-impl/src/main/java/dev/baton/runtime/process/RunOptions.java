package dev.baton.runtime.process;

import dev.baton.runtime.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a machine is to run.
 *
 * @param processes whether each kernel is a process of its own
 * @param limit how long at most; it ends earlier when nothing can happen any more
 * @param log the file to log into; it is written anew
 * @param faults what is to strike, and when
 * @param restart how long after its crash a kernel comes back, by its actor's name; not at all if absent
 * @param pace how fast kernels go
 * @param seed of random choices
 * @param jvm further options for the Java of each process
 */
public record RunOptions(
        boolean processes,
        Duration limit,
        Optional<Path> log,
        List<Fault> faults,
        Map<String, Duration> restart,
        Pace pace,
        long seed,
        List<String> jvm) {

    /** Ten seconds in one process, without log or faults. */
    public static final RunOptions DEFAULT = new RunOptions(
            false, Duration.ofSeconds(10), Optional.empty(), List.of(), Map.of(), Pace.FAST, 1, List.of());

    public RunOptions {
        faults = List.copyOf(faults);
        restart = Map.copyOf(restart);
        jvm = List.copyOf(jvm);
    }

    /** What strikes a member of an actor. */
    public enum Blow {
        /** {@code kill -9} of its process. */
        CRASH,
        /** A crashed one comes back. */
        RESTART,
        /** A live one takes no more steps; nobody can tell. */
        HANG
    }

    /** A fault at a time, counted from the start of the run. */
    public record Fault(Blow blow, String actor, int member, Duration at) {}

    /** Each kernel a process, or all in one. */
    public RunOptions processes(boolean each) {
        return new RunOptions(each, limit, log, faults, restart, pace, seed, jvm);
    }

    /** For so long at most. */
    public RunOptions limit(Duration most) {
        return new RunOptions(processes, most, log, faults, restart, pace, seed, jvm);
    }

    /** With a log. */
    public RunOptions log(Path file) {
        return new RunOptions(processes, limit, Optional.of(file), faults, restart, pace, seed, jvm);
    }

    /** With these faults. */
    public RunOptions faults(List<Fault> strike) {
        return new RunOptions(processes, limit, log, strike, restart, pace, seed, jvm);
    }

    /** Crashed kernels of these actors come back after so long. */
    public RunOptions restart(Map<String, Duration> after) {
        return new RunOptions(processes, limit, log, faults, after, pace, seed, jvm);
    }

    /** At this pace. */
    public RunOptions pace(Pace how) {
        return new RunOptions(processes, limit, log, faults, restart, how, seed, jvm);
    }

    /** With other random choices. */
    public RunOptions seed(long other) {
        return new RunOptions(processes, limit, log, faults, restart, pace, other, jvm);
    }

    /** With these options for the Java of each process. */
    public RunOptions jvm(List<String> more) {
        return new RunOptions(processes, limit, log, faults, restart, pace, seed, more);
    }
}
