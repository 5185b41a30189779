package dev.baton.runtime;

/** A step would do what the protocol calls an error (rule 3), or breaks an assertion or a local invariant. */
public final class ProtocolViolation extends RuntimeException {

    /** @param message as the model words it, e.g. {@code "value outside `0..2`"} */
    public ProtocolViolation(String message) {
        super(message);
    }

    /**
     * The value, which lies in {@code lo..hi}.
     *
     * @throws ProtocolViolation if it doesn't
     */
    public static int within(int value, int lo, int hi, String message) {
        if (value < lo || value > hi) {
            throw new ProtocolViolation(message);
        }
        return value;
    }

    /** @throws ProtocolViolation unless the condition holds */
    public static void unless(boolean holds, String message) {
        if (!holds) {
            throw new ProtocolViolation(message);
        }
    }
}
