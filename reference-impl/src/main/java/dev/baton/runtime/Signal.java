package dev.baton.runtime;

/**
 * An event count in shared memory: {@link #arm}, look whether there is something to do, {@link #await} that something
 * happens if there is nothing, {@link #disarm}. To notice costs the one who changes something a volatile load if nobody
 * waits.
 */
public final class Signal {
    private final RawWords words;

    /** @param words the count, how many wait, and the alerts */
    Signal(RawWords words) {
        this.words = words;
    }

    /** Says that somebody is about to wait; whatever is noticed from here on ends the wait. */
    public long arm() {
        words.getAndAdd(1, 1);
        return words.get(0);
    }

    /** Waits for at most so long that anything is noticed since {@link #arm}. May come back too early. */
    public void await(long armed, long nanos) {
        Futex.await(words.memory(), words.offset(0), (int) armed, nanos);
    }

    /** Says that nobody waits any more. */
    public void disarm() {
        words.getAndAdd(1, -1);
    }

    /** Those who waited are dead, and won't {@link #disarm}. */
    public void abandoned() {
        words.set(1, 0);
    }

    /**
     * How often something has happened that a core must attend to between two steps and that nothing else tells: a
     * change of its life or of a core's, an IPI unmasked, the end of the run. Costs a load.
     */
    public long alerts() {
        return words.get(2);
    }

    /** Something has happened that the core must attend to: counts it, and wakes the core if it waits. */
    public void alert() {
        words.getAndAdd(2, 1);
        notice();
    }

    /** Something may have changed: wakes who waits. The change must be a volatile store. */
    public void notice() {
        if (words.get(1) != 0) {
            words.getAndAdd(0, 1);
            Futex.wake(words.memory(), words.offset(0));
        }
    }
}
