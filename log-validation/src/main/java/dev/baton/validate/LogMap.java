package dev.baton.validate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How to read the log of something else.
 *
 * @param unit nanoseconds of one unit of the lines' times
 * @param early nanoseconds by which a step may have taken effect before its line's time
 * @param lasts nanoseconds in which a step takes effect; empty: until the next of its strand
 * @param skew nanoseconds by which clocks may differ
 * @param rules the first that matches a line says what it means
 * @param ignoreOthers whether lines that match none mean nothing, or are an error
 * @param hidden steps that no line tells of
 */
public record LogMap(
        long unit,
        long early,
        Optional<Long> lasts,
        long skew,
        List<Rule> rules,
        boolean ignoreOthers,
        List<Hidden> hidden) {
    public LogMap {
        rules = List.copyOf(rules);
        hidden = List.copyOf(hidden);
    }

    /**
     * What a line means.
     *
     * @param line of the map
     * @param events that it tells of, in Baton's form, with {@code ${name}} for what a group matched
     */
    public record Rule(long line, Pattern pattern, List<String> events) {
        public Rule {
            events = List.copyOf(events);
        }
    }

    /**
     * Steps that no line tells of, of all members.
     *
     * @param line of the map
     * @param label {@code *}: all of the unit
     */
    public record Hidden(long line, String actor, String unit, String label) {}

    /** The events that a line of the log tells of. */
    List<LogLine> read(long number, String text) throws LogException {
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern().matcher(text);
            if (matcher.find()) {
                return read(number, rule, matcher);
            }
        }
        if (ignoreOthers || text.isBlank()) {
            return List.of();
        }
        throw new LogException(
                number,
                "no `line` of the map matches `" + Texts.shown(text) + "`",
                "`others ignore` passes over such lines");
    }

    private List<LogLine> read(long number, Rule rule, Matcher matcher) throws LogException {
        List<LogLine> events = new ArrayList<>();
        long time = rule.pattern().namedGroups().containsKey("time") ? time(number, matcher.group("time")) : number;
        for (String event : rule.events()) {
            StringBuilder out = new StringBuilder();
            Matcher hole = MapText.HOLE.matcher(event);
            int done = 0;
            while (hole.find()) {
                String value = matcher.group(hole.group(1));
                out.append(event, done, hole.start()).append(value == null ? "" : value);
                done = hole.end();
            }
            events.add(new LogLine(
                    number, time - early, out.append(event.substring(done)).toString()));
        }
        return events;
    }

    private long time(long number, String text) throws LogException {
        try {
            return new BigDecimal(text.strip())
                    .multiply(BigDecimal.valueOf(unit))
                    .longValue();
        } catch (NumberFormatException e) {
            throw new LogException(number, "`" + Texts.shown(text) + "` is no time");
        }
    }
}
