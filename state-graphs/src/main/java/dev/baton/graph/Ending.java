package dev.baton.graph;

/** What a state without steps is. */
public enum Ending {
    /** It has steps. */
    NONE(""),
    /** Stopping is right here. */
    TERMINAL("may stop"),
    /** Nobody can step, and stopping is not right. */
    DEADLOCK("deadlock"),
    /** It shows an error, after which nothing happens. */
    ERROR("error");

    private final String word;

    Ending(String word) {
        this.word = word;
    }

    /** How pictures call it. */
    public String word() {
        return word;
    }
}
