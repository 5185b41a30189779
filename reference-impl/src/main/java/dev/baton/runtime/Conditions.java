package dev.baton.runtime;

/**
 * What must hold for a step to be one of the protocol. (Here, and not in {@link ProtocolViolation}: HotSpot's compilers
 * inline no method of an exception's class.)
 */
public final class Conditions {
    private Conditions() {}

    /**
     * Does nothing if it holds.
     *
     * @throws ProtocolViolation if it does not
     */
    public static void require(boolean holds, String message) {
        if (!holds) {
            throw new ProtocolViolation(message);
        }
    }
}
