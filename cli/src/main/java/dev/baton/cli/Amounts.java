package dev.baton.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times and sizes as people write them: {@code 60s}, {@code 5m}, {@code 4g}. */
final class Amounts {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m|h|)");
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([kmg])b?", Pattern.CASE_INSENSITIVE);

    private Amounts() {}

    /** {@code 500ms}, {@code 60s}, {@code 5m}, {@code 2h}; a plain number counts seconds. */
    static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            Matcher time = TIME.matcher(text.strip());
            if (!time.matches() || Long.parseLong(time.group(1)) == 0) {
                throw new TypeConversionException("`" + text + "` is not a time such as 60s, 5m or 2h");
            }
            long count = Long.parseLong(time.group(1));
            return switch (time.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofSeconds(count);
            };
        }
    }

    /** {@code 512m}, {@code 4g}: bytes. */
    static final class Size implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            Matcher size = SIZE.matcher(text.strip());
            if (!size.matches() || Long.parseLong(size.group(1)) == 0) {
                throw new TypeConversionException("`" + text + "` is not a size such as 512m or 4g");
            }
            long count = Long.parseLong(size.group(1));
            return switch (size.group(2)) {
                case "k", "K" -> count << 10;
                case "m", "M" -> count << 20;
                default -> count << 30;
            };
        }
    }
}
