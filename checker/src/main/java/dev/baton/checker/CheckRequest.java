package dev.baton.checker;

import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A run: what to ask of which system, and what it may cost.
 *
 * @param properties those to decide, of the system's own list
 * @param workers threads (or worker processes) that search; 1 gives shortest counterexamples with every engine
 * @param timeout wall time for everything asked
 * @param memory bytes of heap (or of the visited set) the engine may use; empty: the engine's own choice
 * @param depth most steps of a behaviour to look at, at least 1; empty: no bound
 * @param exact whether hashes may not stand for states, whatever that costs
 * @param checkpoints where to write down how far the search is; empty: nowhere
 * @param reduce whether the engine may visit fewer states than there are where that changes no verdict
 */
public record CheckRequest(
        TransitionSystem system,
        List<Property> properties,
        int workers,
        Optional<Duration> timeout,
        Optional<Long> memory,
        OptionalInt depth,
        boolean exact,
        Optional<Checkpoints> checkpoints,
        boolean reduce) {

    public CheckRequest {
        properties = List.copyOf(properties);
    }

    /** Every state, without a bound on depth, exact only where that is cheap, without checkpoints. */
    public CheckRequest(
            TransitionSystem system,
            List<Property> properties,
            int workers,
            Optional<Duration> timeout,
            Optional<Long> memory) {
        this(system, properties, workers, timeout, memory, OptionalInt.empty(), false, Optional.empty(), false);
    }

    /** The same, but the engine may visit fewer states. */
    public CheckRequest reducing() {
        return new CheckRequest(system, properties, workers, timeout, memory, depth, exact, checkpoints, true);
    }
}
