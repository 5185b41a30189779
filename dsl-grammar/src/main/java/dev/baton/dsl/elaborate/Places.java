package dev.baton.dsl.elaborate;

import dev.baton.model.source.Span;

/** Places in the text as a help line names them. */
final class Places {
    private Places() {}

    /** {@code at line 6}, or {@code at other.baton:6} seen from another file. */
    static String of(Span place, Span seenFrom) {
        return place.file().equals(seenFrom.file())
                ? "at line " + place.line()
                : "at " + place.file().name() + ":" + place.line();
    }
}
