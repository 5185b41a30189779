package dev.baton.validate;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Reads a log: Baton's own, or another's by a map. */
public final class LogReader {
    private static final String MAGIC = "# baton-log ";

    private final Lines lines;
    private final Optional<LogMap> map;
    private final Queue<LogLine> ready = new ArrayDeque<>();
    private LogHeader header = LogHeader.SILENT;
    private long time = Long.MIN_VALUE;

    private LogReader(Lines lines, Optional<LogMap> map) {
        this.lines = lines;
        this.map = map;
    }

    /**
     * Opens a log and reads its header.
     *
     * @param in compressed by gzip or not; not closed
     * @throws LogException if it is no log
     */
    public static LogReader open(InputStream in, Optional<LogMap> map) throws IOException, LogException {
        LogReader reader = new LogReader(Lines.of(in), map);
        if (map.isEmpty()) {
            reader.readHeader();
        }
        return reader;
    }

    /** What it says of itself. */
    public LogHeader header() {
        return header;
    }

    /** How foreign lines are read. */
    public Optional<LogMap> map() {
        return map;
    }

    /** The number of the line that was read last. */
    public long line() {
        return lines.number();
    }

    /** The next event. */
    Optional<LogLine> next() throws IOException, LogException {
        while (ready.isEmpty()) {
            Optional<String> text = lines.next();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            read(text.get());
        }
        return Optional.of(ready.remove());
    }

    private void read(String text) throws LogException {
        if (map.isPresent()) {
            for (LogLine line : map.get().read(lines.number(), text)) {
                ready.add(ordered(line));
            }
        } else if (!text.isBlank() && text.charAt(0) != '#') {
            ready.add(ordered(own(text)));
        }
    }

    private LogLine own(String text) throws LogException {
        int blank = text.indexOf(' ');
        long read = blank <= 0 ? -1 : number(text, blank);
        if (read < 0) {
            throw new LogException(
                    lines.number(),
                    "expected a time in nanoseconds at the beginning of `" + Texts.shown(text) + "`",
                    "is this a log of something else? `--map` says how to read it");
        }
        return new LogLine(lines.number(), read, text.substring(blank + 1));
    }

    /** The number before a position; -1 if it is none. */
    private static long number(String text, int end) {
        long number = 0;
        for (int i = 0; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private LogLine ordered(LogLine line) throws LogException {
        if (line.time() < time) {
            throw new LogException(
                    line.number(),
                    "time goes backwards: " + line.time() + " after " + time,
                    "sort the log by its times");
        }
        time = line.time();
        return line;
    }

    private void readHeader() throws IOException, LogException {
        Optional<String> first = lines.next();
        if (first.isEmpty()) {
            throw new LogException(0, "the log is empty");
        }
        if (!first.get().startsWith(MAGIC)) {
            throw new LogException(
                    1,
                    "expected `# baton-log 1`, found `" + Texts.shown(first.get()) + "`",
                    "`--map` says how to read logs of something else");
        }
        if (!first.get().strip().equals(MAGIC + "1")) {
            throw new LogException(
                    1,
                    "logs of version `" + Texts.shown(first.get().substring(MAGIC.length()))
                            + "` are not known here; there is 1");
        }
        Optional<String> protocol = Optional.empty();
        Optional<String> hash = Optional.empty();
        Map<String, Integer> parameters = new HashMap<>();
        Optional<String> text = lines.next();
        while (text.isPresent() && (text.get().startsWith("#") || text.get().isBlank())) {
            String[] words = text.get()
                    .substring(Math.min(1, text.get().length()))
                    .strip()
                    .split("\\s+");
            if (words[0].equals("protocol") && words.length > 1) {
                protocol = Optional.of(words[1]);
                hash = words.length > 2 && words[2].startsWith("sha256=")
                        ? Optional.of(words[2].substring("sha256=".length()))
                        : Optional.empty();
            } else if (words[0].equals("param")) {
                parameter(words, parameters);
            }
            text = lines.next();
        }
        header = new LogHeader(protocol, hash, parameters);
        if (text.isPresent()) {
            read(text.get());
        }
    }

    private void parameter(String[] words, Map<String, Integer> into) throws LogException {
        String[] parts = words.length == 2 ? words[1].split("=", -1) : new String[0];
        try {
            if (parts.length != 2) {
                throw new NumberFormatException();
            }
            into.put(parts[0], Integer.parseInt(parts[1]));
        } catch (NumberFormatException e) {
            throw new LogException(lines.number(), "expected `# param NAME=NUMBER`");
        }
    }
}
