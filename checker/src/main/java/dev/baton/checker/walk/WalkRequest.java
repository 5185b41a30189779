package dev.baton.checker.walk;

import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How to walk, and what to look for.
 *
 * @param seed decides every choice; all but {@code workers} and {@code timeout} being the same, so is the result
 * @param steps how many to take in all; empty: until time is up
 * @param depth steps after which a walk starts over, at least 1
 * @param workers threads, at least 1; they change nothing but the time
 * @param stopAt properties after whose violation to stop
 */
public record WalkRequest(
        TransitionSystem system,
        Asked asked,
        long seed,
        OptionalLong steps,
        Optional<Duration> timeout,
        int depth,
        int workers,
        Set<Property> stopAt) {

    public WalkRequest {
        stopAt = Set.copyOf(stopAt);
        if (depth < 1 || workers < 1 || steps.orElse(1) < 1) {
            throw new IllegalArgumentException("depth " + depth + ", workers " + workers + ", steps " + steps);
        }
    }
}
