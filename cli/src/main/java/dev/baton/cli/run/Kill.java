package dev.baton.cli.run;

import dev.baton.runtime.process.RunOptions.Blow;
import dev.baton.runtime.process.RunOptions.Fault;
import java.time.Duration;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A crash that is wanted: {@code Sender[1]@15s}, or at a random time, {@code New@0ms..400ms}.
 *
 * @param member 0 where the actor is one
 * @param earliest counted from the start of a run
 */
public record Kill(String actor, int member, Duration earliest, Duration latest) {
    private static final String TIME = "([0-9]{1,9})(ms|s|m)";
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?:\\[([0-9]{1,6})])?@" + TIME + "(?:\\.\\." + TIME + ")?");

    /** At a time of its span. */
    public Fault draw(Random random) {
        long span = latest.minus(earliest).toNanos();
        Duration at = span == 0 ? earliest : earliest.plusNanos(random.nextLong(span));
        return new Fault(Blow.CRASH, actor, member, at);
    }

    /** Reads one. */
    public static final class Converter implements ITypeConverter<Kill> {
        @Override
        public Kill convert(String text) {
            Matcher form = FORM.matcher(text.strip());
            if (!form.matches()) {
                throw new TypeConversionException(
                        "`" + text + "` is no kernel and time, such as Sender[1]@15s or New@0ms..400ms");
            }
            int member = form.group(2) == null ? 0 : Integer.parseInt(form.group(2));
            Duration earliest = time(form.group(3), form.group(4));
            Duration latest = form.group(5) == null ? earliest : time(form.group(5), form.group(6));
            if (latest.compareTo(earliest) < 0) {
                throw new TypeConversionException("`" + text + "` ends before it begins");
            }
            return new Kill(form.group(1), member, earliest, latest);
        }

        private static Duration time(String count, String unit) {
            long n = Long.parseLong(count);
            return switch (unit) {
                case "ms" -> Duration.ofMillis(n);
                case "m" -> Duration.ofMinutes(n);
                default -> Duration.ofSeconds(n);
            };
        }
    }
}
