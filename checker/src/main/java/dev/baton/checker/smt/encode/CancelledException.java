package dev.baton.checker.smt.encode;

/** Somebody wants the run to stop. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CancelledException() {
        super("cancelled");
    }
}
