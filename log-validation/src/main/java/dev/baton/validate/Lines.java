package dev.baton.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The lines of a stream, compressed or not; a stream without an end takes no more memory than a line. */
final class Lines {
    private static final int LONGEST = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private byte[] line = new byte[256];
    private int next;
    private int filled;
    private long number;

    private Lines(InputStream in) {
        this.in = in;
    }

    /** @param in what begins as gzip does is unpacked */
    static Lines of(InputStream in) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, 2);
        byte[] magic = start.readNBytes(2);
        start.unread(magic);
        boolean packed = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
        return new Lines(packed ? new GZIPInputStream(start, 1 << 16) : start);
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /**
     * The next line, without its end.
     *
     * @throws LogException if it is longer than any line of a log
     */
    Optional<String> next() throws IOException, LogException {
        int length = 0;
        while (true) {
            if (next == filled) {
                filled = in.read(buffer, 0, buffer.length);
                next = 0;
                if (filled <= 0) {
                    filled = 0;
                    number += length > 0 ? 1 : 0;
                    return length > 0 ? Optional.of(text(length)) : Optional.empty();
                }
            }
            int end = next;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            int more = end - next;
            if (length + more > LONGEST) {
                throw new LogException(
                        number + 1, "the line is longer than " + LONGEST + " bytes", "is this a log at all?");
            }
            if (length + more > line.length) {
                line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
            }
            System.arraycopy(buffer, next, line, length, more);
            length += more;
            next = end;
            if (next < filled) {
                next++;
                number++;
                return Optional.of(text(length));
            }
        }
    }

    private String text(int length) {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.UTF_8);
    }
}
