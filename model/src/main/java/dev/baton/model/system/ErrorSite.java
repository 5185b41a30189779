package dev.baton.model.system;

import dev.baton.model.source.Span;

/**
 * A place at which rule 3 or rule 13 can be broken.
 *
 * @param label the enumeration member: unique, short, one line, e.g. {@code "got out of range (line 21)"}
 * @param message a sentence for people
 */
public record ErrorSite(String label, Kind kind, String message, Span span) {

    /** What was broken. */
    public enum Kind {
        /** A value outside its range, an index outside its map, reading none, a full sequence, an empty minimum. */
        UNDEFINED,
        /** An {@code assert} that does not hold. */
        ASSERTION,
        /** Use by another than the owner, a second owner (rule 13). */
        OWNERSHIP
    }
}
