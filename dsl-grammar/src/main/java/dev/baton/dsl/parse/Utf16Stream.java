package dev.baton.dsl.parse;

import dev.baton.model.source.SourceFile;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/** A text for the lexer, counted in UTF-16 units as spans are; ANTLR's own streams count code points. */
final class Utf16Stream implements CharStream {
    private final SourceFile source;
    private int position;

    Utf16Stream(SourceFile source) {
        this.source = source;
    }

    @Override
    public void consume() {
        position++;
    }

    @Override
    public int LA(int distance) {
        int at = distance < 0 ? position + distance : position + distance - 1;
        return at < 0 || at >= size() ? IntStream.EOF : source.text().charAt(at);
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {}

    @Override
    public int index() {
        return position;
    }

    @Override
    public void seek(int index) {
        position = Math.min(index, size());
    }

    @Override
    public int size() {
        return source.text().length();
    }

    @Override
    public String getSourceName() {
        return source.name();
    }

    @Override
    public String getText(Interval interval) {
        return source.text().substring(Math.min(interval.a, size()), Math.min(interval.b + 1, size()));
    }

    @Override
    public String toString() {
        return source.text();
    }
}
