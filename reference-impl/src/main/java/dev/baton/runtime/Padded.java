package dev.baton.runtime;

/**
 * What one thread writes at each step, a cache line or two away from what was allocated before it, which may be
 * another's.
 */
@SuppressWarnings({"unused", "UnusedVariable"}) // They are there to be in the way.
public abstract class Padded {
    private long p0;
    private long p1;
    private long p2;
    private long p3;
    private long p4;
    private long p5;
    private long p6;
    private long p7;
    private long p8;
    private long p9;
    private long p10;
    private long p11;
    private long p12;
    private long p13;
    private long p14;
    private long p15;

    /** Nothing else. */
    protected Padded() {}
}
