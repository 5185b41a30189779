package dev.baton.checker;

import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A run: what to ask of which system, and what it may cost.
 *
 * @param properties those to decide, of the system's own list
 * @param workers threads (or worker processes) that search; 1 gives shortest counterexamples with every engine
 * @param timeout wall time for everything asked
 * @param memory bytes of heap (or of the visited set) the engine may use; empty: the engine's own choice
 * @param reduce whether the engine may visit fewer states than there are where that changes no verdict
 */
public record CheckRequest(
        TransitionSystem system,
        List<Property> properties,
        int workers,
        Optional<Duration> timeout,
        Optional<Long> memory,
        boolean reduce) {

    public CheckRequest {
        properties = List.copyOf(properties);
    }

    /** A run that visits every state. */
    public CheckRequest(
            TransitionSystem system,
            List<Property> properties,
            int workers,
            Optional<Duration> timeout,
            Optional<Long> memory) {
        this(system, properties, workers, timeout, memory, false);
    }
}
