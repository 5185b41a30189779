package dev.baton.trace.format;

import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;

/** Unwinds the reading of a trace that is none; never leaves this package. */
final class Malformed extends RuntimeException {
    private final transient Diagnostic diagnostic;

    Malformed(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    /** {@code what} is not {@code expected}. */
    static Malformed shape(SourceFile file, Json at, String what, String expected) {
        return new Malformed(Diagnostic.of(Code.B1104, span(file, at), what, described(at), expected));
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }

    static Span span(SourceFile file, Json at) {
        return new Span(file, at.offset(), Math.min(at.offset() + 1, file.text().length()));
    }

    /** A value as a message shows it: small ones themselves, of others their kind. */
    static String described(Json json) {
        return switch (json) {
            case Json.Text(int _, String text) -> '"' + Legible.quoted(text, 40) + '"';
            case Json.Numeral(int _, String digits) -> Legible.quoted(digits, 24);
            case Json.Bool(int _, boolean value) -> Boolean.toString(value);
            case Json.Null v -> "null";
            case Json.Items(int _, var items) -> items.isEmpty() ? "an empty list" : "a list";
            case Json.Fields fields -> {
                if (fields.only(ItfValues.UNSERIALIZABLE).isPresent()) {
                    yield "what could not be written (`#unserializable`)";
                }
                yield fields.only(ItfValues.BIGINT)
                        .filter(Json.Text.class::isInstance)
                        .map(digits -> "the integer " + Legible.quoted(((Json.Text) digits).value(), 24))
                        .orElse(fields.kind());
            }
        };
    }
}
