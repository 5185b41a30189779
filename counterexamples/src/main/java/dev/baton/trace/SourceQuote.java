package dev.baton.trace;

import dev.baton.model.source.Span;
import java.util.List;

/** The line of the designer's text that something is about, with the span underlined. */
final class SourceQuote {
    private SourceQuote() {}

    static List<String> lines(Span span, int width) {
        if (!span.known()) {
            return List.of();
        }
        int line = span.line();
        String number = Integer.toString(line);
        String gutter = " ".repeat(number.length());
        String raw = span.file().lineText(line).replace('\t', ' ');
        int from = raw.length() - raw.stripLeading().length();
        int start = Math.max(0, span.column() - 1 - from);
        String shown = Page.cut(raw.strip(), Math.max(20, width - number.length() - 2));
        int marks = Math.max(1, Math.min(span.end() - span.start(), shown.length() - start));
        return List.of(
                gutter + "┌ " + span,
                number + "│ " + shown,
                gutter + "│ " + " ".repeat(Math.min(start, shown.length())) + "^".repeat(marks));
    }
}
