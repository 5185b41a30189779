package dev.baton.cli;

/** What Baton's process ends with; CI relies on the numbers. */
public enum ExitCode {
    /** Every check came out as its {@code expect} says. */
    EXPECTED(0),
    /** One did not. */
    UNEXPECTED(1),
    /** The input or the usage is wrong. */
    USAGE(2),
    /** Undecided: time, memory, a bound. */
    UNDECIDED(3),
    /** Something that can't be happened. */
    INTERNAL(70),
    /** The user stopped it. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
