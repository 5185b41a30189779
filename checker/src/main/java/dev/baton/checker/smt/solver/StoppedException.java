package dev.baton.checker.smt.solver;

/** A solver did not answer: it was interrupted, out of memory, or gave up. The message is the reason. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoppedException(String reason) {
        super(reason);
    }

    /** Why there is no answer; completes "unknown: …". */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
