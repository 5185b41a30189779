package dev.baton.runtime;

/** Whether a member of an actor takes steps; in the order of the model's codes. */
public enum Life {
    /** Not started yet, or halted. */
    OFF(0),
    /** Takes steps. */
    LIVE(1),
    /** Died; its private variables are gone. */
    CRASHED(2),
    /** Takes no more steps, and nobody can tell. */
    HUNG(3);

    private final int code;

    Life(int code) {
        this.code = code;
    }

    /** Its code in shared memory and logs. */
    public int code() {
        return code;
    }
}
