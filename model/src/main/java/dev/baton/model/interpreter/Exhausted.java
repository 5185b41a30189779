package dev.baton.model.interpreter;

/** Unwinds a search whose {@link Budget} is exhausted; never leaves this package. */
final class Exhausted extends RuntimeException {
    private final String reason;

    Exhausted(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
