package dev.baton.checker.explicit.ir;

/** The system is beyond what this engine compiles. The message is a clause that follows "because". */
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TooLargeException(String because) {
        super(because);
    }

    /** The clause that follows "because". */
    public String because() {
        return String.valueOf(getMessage());
    }
}
