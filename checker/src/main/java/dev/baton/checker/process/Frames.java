package dev.baton.checker.process;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts on a stream, each after a line that says how long it is, so that half of one is never taken for all of it. */
final class Frames {
    private static final Pattern HEAD = Pattern.compile("baton ([0-9]{1,9})");
    private static final int LONGEST_HEAD = 20;

    private Frames() {}

    static void write(OutputStream to, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.write(("baton " + bytes.length + "\n").getBytes(StandardCharsets.US_ASCII));
        to.write(bytes);
        to.flush();
    }

    /**
     * The next text.
     *
     * @throws EOFException where the stream ends before the text does
     * @throws StreamCorruptedException where something else stands on it
     */
    static String read(InputStream from) throws IOException {
        String line = head(from);
        Matcher head = HEAD.matcher(line);
        if (!head.matches()) {
            throw new StreamCorruptedException("`" + line.replaceAll("[^ -~]", "?") + "`");
        }
        int length = Integer.parseInt(head.group(1));
        byte[] bytes = from.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("after " + bytes.length + " of " + length + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String head(InputStream from) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = from.read(); c != '\n'; c = from.read()) {
            if (c < 0) {
                if (line.isEmpty()) {
                    throw new EOFException("before anything");
                }
                break;
            }
            line.append((char) c);
            if (line.length() > LONGEST_HEAD) {
                break;
            }
        }
        return line.toString();
    }
}
