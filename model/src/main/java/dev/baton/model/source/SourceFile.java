package dev.baton.model.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** A text with a name, as the designer wrote it. Lines and columns are counted from 1; a column counts UTF-16 units. */
public final class SourceFile {

    /** The text that no file holds: for things that Baton itself adds. */
    public static final SourceFile NONE = new SourceFile("<baton>", "");

    private final String name;
    private final String text;
    private final int[] lineStarts;

    /**
     * A text.
     *
     * @param name how the file is called in messages, as given on the command line
     * @param text the whole text; empty, if the file can't be read and only its name is to be told
     */
    public SourceFile(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The line of an offset, from 1. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, Math.min(offset, text.length()));
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of an offset, from 1. */
    public int column(int offset) {
        return Math.min(offset, text.length()) - lineStarts[line(offset) - 1] + 1;
    }

    /** The text of a line (from 1), without its end; empty past the end of the text. */
    public String lineText(int line) {
        if (line > lineStarts.length) {
            return "";
        }
        int end = line == lineStarts.length ? text.length() : lineStarts[line] - 1;
        String found = text.substring(lineStarts[line - 1], end);
        return found.endsWith("\r") ? found.substring(0, found.length() - 1) : found;
    }

    /** SHA-256 of the text in UTF-8, in hexadecimal: what generated code and logs know it by. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** All lines, without their ends. */
    public List<String> lines() {
        return text.lines().toList();
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
