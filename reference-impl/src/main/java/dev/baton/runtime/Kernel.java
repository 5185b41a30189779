package dev.baton.runtime;

/**
 * One life of one member of a kernel, core or environment: its private variables as fields, its tasks and handlers as
 * methods. A member that crashes or halts comes back as a new object.
 */
public abstract class Kernel extends Padded {

    /** What its code takes steps on. */
    protected final Core core;

    /** Its number among the members of its actor, from 0. */
    protected final int self;

    /** @param core what its code takes steps on */
    protected Kernel(Core core) {
        this.core = core;
        this.self = core.member();
    }

    /** Tells what it runs. */
    protected abstract void program(Program p);

    /** Tells of its private variables; in the order of the text. */
    protected void variables(Variables v) {}
}
