package dev.baton.runtime;

/**
 * Thrown through generated code to end a strand where it stands: its kernel has halted, crashed or been told to stop.
 * Generated code lets it pass.
 */
public final class StrandEnd extends RuntimeException {

    /** Why the strand ends. */
    public enum Reason {
        /** The kernel switched itself off. */
        HALTED,
        /** The kernel crashed. */
        CRASHED,
        /** The run is over. */
        STOPPED
    }

    private final Reason reason;

    /** @param reason why the strand ends */
    public StrandEnd(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    /** Why the strand ends. */
    public Reason reason() {
        return reason;
    }
}
