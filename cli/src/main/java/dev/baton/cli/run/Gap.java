package dev.baton.cli.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A time to be read off a log: from the last event of one kind before the first of another to that one. An event is an
 * actor, a task, IPI, handler or action, and, of a task or IPI, a place: {@code Old.serve.set_served}.
 */
public record Gap(String from, String to) {
    private static final String EVENT = "([A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*){1,2})";
    private static final Pattern FORM = Pattern.compile(EVENT + "\\.\\." + EVENT);
    private static final Pattern LINE = Pattern.compile("([0-9]+) ([^ \\[]+)(?:\\[[0-9]+])? ([^ ]+) ([^ ]+).*");

    /** Nanoseconds; empty if the log does not have both. */
    public OptionalLong in(Path log) throws IOException {
        long last = -1;
        try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher parts = LINE.matcher(line);
                if (!parts.matches()) {
                    continue;
                }
                String unit = parts.group(2) + "." + parts.group(3);
                String place = unit + "." + parts.group(4);
                boolean ends = parts.group(4).equals("end");
                if (to.equals(place) || (to.equals(unit) && !ends)) {
                    return last < 0 ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(parts.group(1)) - last);
                }
                if (from.equals(place) || (from.equals(unit) && !ends)) {
                    last = Long.parseLong(parts.group(1));
                }
            }
        }
        return OptionalLong.empty();
    }

    @Override
    public String toString() {
        return from + ".." + to;
    }

    /** Reads one. */
    public static final class Converter implements ITypeConverter<Gap> {
        @Override
        public Gap convert(String text) {
            Matcher form = FORM.matcher(text.strip());
            if (!form.matches()) {
                throw new TypeConversionException(
                        "`" + text + "` is no two events, such as Old.serve.set_served..New.serve.set_served");
            }
            return new Gap(form.group(1), form.group(2));
        }
    }
}
