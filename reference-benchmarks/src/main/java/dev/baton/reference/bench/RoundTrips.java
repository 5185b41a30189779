package dev.baton.reference.bench;

import org.HdrHistogram.Histogram;

/** Times from one call to the next, on one thread. */
final class RoundTrips implements Runnable {
    private static final long LONGEST = 60_000_000_000L;

    /** Nanoseconds, to three digits. */
    private final Histogram times = new Histogram(LONGEST, 3);

    private long last;

    @Override
    public void run() {
        long now = System.nanoTime();
        if (last != 0) {
            times.recordValue(Math.min(LONGEST, now - last));
        }
        last = now;
    }

    /** Nanoseconds that so many of a hundred don't exceed; when the thread has ended. */
    long percentile(double hundredth) {
        return times.getValueAtPercentile(hundredth);
    }
}
