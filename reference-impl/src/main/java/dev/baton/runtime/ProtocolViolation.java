package dev.baton.runtime;

/** A step would do what the protocol calls an error (rule 3), or breaks an assertion or a local invariant. */
public final class ProtocolViolation extends RuntimeException {

    /** @param message as the model words it, e.g. {@code "value outside `0..2`"} */
    public ProtocolViolation(String message) {
        super(message);
    }
}
