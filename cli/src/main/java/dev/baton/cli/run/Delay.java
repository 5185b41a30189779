package dev.baton.cli.run;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How long an action waits once it can be taken: {@code Old.time_out=200ms}, or of all actors {@code time_out=200ms};
 * or how long a {@code timeout} takes, {@code timeout=200ms}.
 */
public record Delay(String unit, Duration time) {
    /** The word of guards: it delays no action, but says when waiting is over. */
    private static final String TIMEOUT = "timeout";

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)?)=([0-9]{1,9})(us|ms|s)");

    /** Whether it says how long a {@code timeout} in a guard takes. */
    public boolean ofTimeouts() {
        return unit.equals(TIMEOUT);
    }

    /** Reads one. */
    public static final class Converter implements ITypeConverter<Delay> {
        @Override
        public Delay convert(String text) {
            Matcher form = FORM.matcher(text.strip());
            if (!form.matches()) {
                throw new TypeConversionException("`" + text + "` is no action and time, such as Old.time_out=200ms");
            }
            long n = Long.parseLong(form.group(2));
            Duration time = switch (form.group(3)) {
                case "us" -> Duration.ofNanos(n * 1000);
                case "ms" -> Duration.ofMillis(n);
                default -> Duration.ofSeconds(n);
            };
            return new Delay(form.group(1), time);
        }
    }
}
