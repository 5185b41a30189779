package dev.baton.model.source;

/** How bad a diagnostic is. An error stops the run; it can't be silenced. */
public enum Severity {
    ERROR("error"),
    WARNING("warning");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The word that is printed. */
    public String word() {
        return word;
    }
}
