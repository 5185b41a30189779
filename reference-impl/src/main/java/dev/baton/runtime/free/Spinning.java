package dev.baton.runtime.free;

/**
 * How a strand spins in a loop of the protocol's text, which has no step to wait at: with a pause after a round that
 * finds nothing to do, in which others get at what it looks at; and now and then it lets others run.
 *
 * <p>Who finds one thing to do after each pause may well be what holds up those who make them: their words lie on lines
 * that both want at once. So then its pauses grow, as long as it finds several things after each; where it does not, or
 * finds nothing at all, they shrink.
 */
final class Spinning {
    /** The shortest pause, of about a hundred nanoseconds, in hints to the processor. */
    static final int SHORTEST = 4;
    /** The longest, of one or two microseconds. */
    static final int LONGEST = 64;
    /** So many pauses that each end with one thing to do are worth to try a longer one. */
    static final int STEADY = 8;
    /** So many things after a pause are worth a longer one. */
    private static final int SEVERAL = 4;

    /** So often it lets others run; where there is one processor, those that it waits for can't run meanwhile. */
    static final int LOOKS = Runtime.getRuntime().availableProcessors() > 1 ? 32 : 1;

    private int pause = SHORTEST;
    private int steady;
    private int looks;

    /**
     * A round has found nothing to do: waits a little.
     *
     * @param found how many rounds have found something since the last that did not
     */
    @SuppressWarnings("ThreadPriorityCheck") // Others get on sooner; nothing relies on it.
    void again(int found) {
        int hints = pause(found);
        if (hints == 0) {
            Thread.yield();
        }
        for (int i = 0; i < hints; i++) {
            Thread.onSpinWait();
        }
    }

    /** How long it waits, in hints; 0 if it is to let others run instead. */
    int pause(int found) {
        if (found == 0) {
            nothing();
        } else {
            looks = 0;
            something(found);
        }
        if (looks == LOOKS) {
            looks = 0;
            return 0;
        }
        return pause;
    }

    private void nothing() {
        looks++;
        if (looks > 1) {
            steady = 0;
            pause = Math.max(pause / 2, SHORTEST);
        }
    }

    private void something(int found) {
        if (found >= SEVERAL) {
            pause = Math.min(2 * pause, LONGEST);
        } else if (pause > SHORTEST) {
            pause /= 2;
        } else {
            steady++;
            if (steady == STEADY) {
                steady = 0;
                pause *= 2;
            }
        }
    }
}
