package dev.baton.checker.tla;

/**
 * What stands in the place of {@link System#exit} in a TLC that runs in this JVM. Loaded once for each TLC, beside
 * TLC's classes; TLC calls it from its workers too, which catch what it throws and end the run.
 */
public final class ExitTrap {
    /** That nobody wanted to end the JVM. */
    static final int NEVER = -1;

    private static volatile int code = NEVER;

    private ExitTrap() {}

    /** Ends the calling thread's work, not the JVM. */
    public static void exit(int status) {
        code = status;
        throw new Exit();
    }

    /** The last status that {@link #exit} was called with, or {@link #NEVER}. */
    public static int code() {
        return code;
    }

    /** Until the next call nobody wanted to end the JVM. */
    public static void reset() {
        code = NEVER;
    }

    private static final class Exit extends Error {
        private static final long serialVersionUID = 1;

        Exit() {
            super("TLC would end the JVM");
        }
    }
}
