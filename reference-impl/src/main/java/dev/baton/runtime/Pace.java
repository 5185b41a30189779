package dev.baton.runtime;

import java.time.Duration;
import java.util.Map;

/**
 * How fast a free-running kernel goes.
 *
 * @param perSecond at most so many steps a second a core; 0: as fast as it can
 * @param delays how long an action waits after it can be taken, by its unit's name or {@code Kernel.unit}
 * @param timeout how long a place that asks for {@code timeout} waits
 */
public record Pace(long perSecond, Map<String, Duration> delays, Duration timeout) {
    /** As fast as it can; time-outs after 100 ms. */
    public static final Pace FAST = new Pace(0, Map.of(), Duration.ofMillis(100));

    public Pace {
        delays = Map.copyOf(delays);
    }

    /** At most so many steps a second. */
    public Pace atMost(long stepsPerSecond) {
        return new Pace(stepsPerSecond, delays, timeout);
    }

    /** With an action that waits. */
    public Pace with(String unit, Duration delay) {
        Map<String, Duration> more = new java.util.HashMap<>(delays);
        more.put(unit, delay);
        return new Pace(perSecond, more, timeout);
    }

    /** With another time after which {@code timeout} is true. */
    public Pace timingOut(Duration after) {
        return new Pace(perSecond, delays, after);
    }

    /** Nanoseconds that an action waits. */
    public long delay(String kernel, String unit) {
        Duration its = delays.getOrDefault(kernel + "." + unit, delays.getOrDefault(unit, Duration.ZERO));
        return its.toNanos();
    }
}
