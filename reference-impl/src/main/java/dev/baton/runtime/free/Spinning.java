package dev.baton.runtime.free;

/**
 * How a strand spins in a loop of the protocol's text, which has no step to wait at: with a pause of about a hundred
 * nanoseconds between two rounds, in which others get at what it looks at; and now and then it lets others run.
 */
final class Spinning {
    private static final int PAUSES = 4;

    /** Where there is one processor, those that it waits for can't run meanwhile. */
    private static final int ROUNDS = Runtime.getRuntime().availableProcessors() > 1 ? 32 : 1;

    private int rounds;

    /** One more round has changed nothing. */
    @SuppressWarnings("ThreadPriorityCheck") // Others get on sooner; nothing relies on it.
    void again() {
        rounds++;
        if (rounds < ROUNDS) {
            for (int i = 0; i < PAUSES; i++) {
                Thread.onSpinWait();
            }
        } else {
            rounds = 0;
            Thread.yield();
        }
    }
}
