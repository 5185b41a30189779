package dev.baton.reference.bench;

/**
 * How a thread waits for the other end of a ring: it spins, and then lets others run, as often as it takes. Where there
 * is one CPU only, it lets others run at once.
 */
final class Patience {
    private static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 200 : 0;

    private int looks;

    /** Once more there was nothing to do. */
    @SuppressWarnings("ThreadPriorityCheck") // Others get on sooner; nothing relies on it.
    void again() {
        if (looks < SPINS) {
            looks++;
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    /** There was something to do. */
    void over() {
        looks = 0;
    }
}
