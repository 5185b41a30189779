package dev.baton.runtime;

import java.util.BitSet;

/** Keeps threads on CPUs, where the system lets it. */
public final class Affinity {
    private final int[] cpus;

    private Affinity(int[] cpus) {
        this.cpus = cpus;
    }

    /** The CPUs that the calling thread may run on, to share out. */
    public static Affinity ofThisThread() {
        return new Affinity(
                Linux.HERE.map(Linux::allowed).orElseGet(BitSet::new).stream().toArray());
    }

    /** How many CPUs there are to share out; 0 where threads can't be kept on one. */
    public int cpus() {
        return cpus.length;
    }

    /** Keeps the calling thread on the n-th CPU, counted round; whether that was allowed. */
    public boolean pin(int n) {
        return cpus.length > 0 && Linux.HERE.orElseThrow().pin(cpus[Math.floorMod(n, cpus.length)]);
    }
}
