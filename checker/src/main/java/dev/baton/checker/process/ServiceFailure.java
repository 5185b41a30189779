package dev.baton.checker.process;

/** A process did not answer. The message says why; completes "Spacer: …". */
public final class ServiceFailure extends Exception {
    private static final long serialVersionUID = 1;

    ServiceFailure(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
