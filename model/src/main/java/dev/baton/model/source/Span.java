package dev.baton.model.source;

/** A stretch of a source file: offsets {@code start} (inclusive) to {@code end} (exclusive), in UTF-16 units. */
public record Span(SourceFile file, int start, int end) {

    /** The span of what no text holds. */
    public static final Span NONE = new Span(SourceFile.NONE, 0, 0);

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span " + start + ".." + end);
        }
    }

    /** Whether this names a place in a text at all. */
    public boolean known() {
        return !file.equals(SourceFile.NONE);
    }

    /** Whether this names a file and no place in it: one whose text can't be read. */
    public boolean wholeFile() {
        return known() && file.text().isEmpty();
    }

    /** The line of the start, from 1. */
    public int line() {
        return file.line(start);
    }

    /** The column of the start, from 1. */
    public int column() {
        return file.column(start);
    }

    /** The text it covers. */
    public String text() {
        return file.text()
                .substring(
                        Math.min(start, file.text().length()),
                        Math.min(end, file.text().length()));
    }

    /** The smallest span that holds both. */
    public Span to(Span other) {
        return new Span(file, Math.min(start, other.start), Math.max(end, other.end));
    }

    @Override
    public String toString() {
        return file.name() + ":" + line() + ":" + column();
    }
}
