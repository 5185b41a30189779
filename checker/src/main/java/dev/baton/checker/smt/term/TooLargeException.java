package dev.baton.checker.smt.term;

/** A system, or a question about it, is too large to be written as a formula. */
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String because;

    /** @param because completes "no, because …" */
    public TooLargeException(String because) {
        super(because);
        this.because = because;
    }

    public String because() {
        return because;
    }
}
