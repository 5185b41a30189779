package dev.baton.trace.format;

/** Some JSON is no value of the type that it should have. */
public final class ValueMismatch extends RuntimeException {
    private final transient Json at;
    private final String expected;

    /** @param expected what should stand there: {@code a member of `Phase`, such as "Idle"} */
    public ValueMismatch(Json at, String expected) {
        super(expected, null, false, false);
        this.at = at;
        this.expected = expected;
    }

    public Json at() {
        return at;
    }

    public String expected() {
        return expected;
    }
}
