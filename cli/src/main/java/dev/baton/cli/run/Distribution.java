package dev.baton.cli.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Times that were measured, in nanoseconds, the shortest first. */
public final class Distribution {
    private final long[] sorted;

    /** Of these times. */
    public Distribution(List<Long> times) {
        sorted = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
    }

    /** The smallest time that so large a part of all does not exceed. */
    public long quantile(double part) {
        return sorted[Math.clamp((int) Math.ceil(part * sorted.length) - 1, 0, sorted.length - 1)];
    }

    @Override
    public String toString() {
        if (sorted.length == 0) {
            return "not measured";
        }
        return "least " + text(sorted[0]) + ", median " + text(quantile(0.5)) + ", 90 % " + text(quantile(0.9))
                + ", 99 % " + text(quantile(0.99)) + ", most " + text(sorted[sorted.length - 1]) + ", of "
                + sorted.length;
    }

    private static String text(long nanoseconds) {
        if (nanoseconds < 10_000) {
            return nanoseconds + " ns";
        }
        if (nanoseconds < 10_000_000) {
            return String.format(Locale.ROOT, "%.1f µs", nanoseconds / 1e3);
        }
        return String.format(Locale.ROOT, "%.1f ms", nanoseconds / 1e6);
    }
}
