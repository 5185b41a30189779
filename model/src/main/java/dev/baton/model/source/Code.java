package dev.baton.model.source;

/**
 * Every kind of thing that Baton says of a text: B01 reading, B02 names, B03 types, B04 constants and ranges, B05
 * atomicity, privacy and ownership, B06 structure, B07 not yet, B08 warnings, B09 files. Each has a page
 * {@code docs/errors/ID.md}. {@code {0}}, {@code {1}} … in a template are filled with a diagnostic's arguments.
 */
public enum Code {
    B0101(Severity.ERROR, "{0}"),
    B0201(Severity.ERROR, "`{0}` is not declared");

    private final Severity severity;
    private final String template;

    Code(Severity severity, String template) {
        this.severity = severity;
        this.template = template;
    }

    /** What is printed in brackets and asked for with {@code baton explain}. */
    public String id() {
        return name();
    }

    public Severity severity() {
        return severity;
    }

    public String template() {
        return template;
    }
}
