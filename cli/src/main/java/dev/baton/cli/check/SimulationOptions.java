package dev.baton.cli.check;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How to walk through each check.
 *
 * @param steps in all; empty: until the timeout
 * @param timeout for each check
 * @param depth steps after which a walk starts over
 * @param keepGoing whether to walk on after a violation that is not expected
 */
public record SimulationOptions(
        long seed, OptionalLong steps, Optional<Duration> timeout, int depth, int workers, boolean keepGoing) {}
