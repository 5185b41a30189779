package dev.baton.model.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with a name, as the designer wrote it. Lines and columns are counted from 1; a column counts UTF-16 units.
 *
 * @param name how the file is called in messages, as given on the command line
 * @param text the whole text
 */
public record SourceFile(String name, String text) {

    /** The text that no file holds: for things that Baton itself adds. */
    public static final SourceFile NONE = new SourceFile("<baton>", "");

    /** The line of an offset, from 1. */
    public int line(int offset) {
        int line = 1;
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /** The column of an offset, from 1. */
    public int column(int offset) {
        int start = text.lastIndexOf('\n', Math.min(offset, text.length()) - 1) + 1;
        return Math.min(offset, text.length()) - start + 1;
    }

    /** The text of a line (from 1), without its end; empty past the end of the text. */
    public String lineText(int line) {
        int start = 0;
        for (int n = 1; n < line; n++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return "";
            }
            start = end + 1;
        }
        int end = text.indexOf('\n', start);
        String found = end < 0 ? text.substring(start) : text.substring(start, end);
        return found.endsWith("\r") ? found.substring(0, found.length() - 1) : found;
    }

    /** All lines, without their ends. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(lines::add);
        return List.copyOf(lines);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceFile file && file.name.equals(name) && file.text.equals(text);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
