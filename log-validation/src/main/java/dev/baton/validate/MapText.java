package dev.baton.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the text of a {@link LogMap}; docs/validate.md describes it. */
public final class MapText {
    static final Pattern HOLE = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9]*)}");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ns|us|ms|s)");
    private static final Map<String, Long> UNITS =
            Map.of("ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L);

    private long unit = 1;
    private long early;
    private Optional<Long> lasts = Optional.of(0L);
    private long skew;
    private final List<LogMap.Rule> rules = new ArrayList<>();
    private boolean ignoreOthers;
    private final List<LogMap.Hidden> hidden = new ArrayList<>();
    private long line;

    private MapText() {}

    /** @throws LogException with the line of the map */
    public static LogMap read(String text) throws LogException {
        MapText map = new MapText();
        for (String row : text.split("\n", -1)) {
            map.line++;
            map.row(row.strip());
        }
        for (LogMap.Rule rule : map.rules) {
            for (String event : rule.events()) {
                map.holes(rule, event);
            }
        }
        if (map.rules.isEmpty()) {
            throw new LogException(0, "the map has no `line`");
        }
        return new LogMap(map.unit, map.early, map.lasts, map.skew, map.rules, map.ignoreOthers, map.hidden);
    }

    private void row(String row) throws LogException {
        if (row.isEmpty() || row.startsWith("#")) {
            return;
        }
        int blank = row.indexOf(' ');
        String word = blank < 0 ? row : row.substring(0, blank);
        String rest = blank < 0 ? "" : row.substring(blank + 1).strip();
        switch (word) {
            case "line" -> rules.add(new LogMap.Rule(line, pattern(rest), List.of()));
            case "=>" -> event(rest);
            case "ignore" -> rules.add(new LogMap.Rule(line, pattern(rest), List.of()));
            case "others" ->
                ignoreOthers = switch (rest) {
                    case "ignore" -> true;
                    case "error" -> false;
                    default -> throw expected("others ignore", "others error");
                };
            case "time" ->
                unit = Optional.ofNullable(UNITS.get(rest)).orElseThrow(() -> expected("time s", "or ms, us, ns"));
            case "skew" -> skew = duration(rest);
            case "effect" -> effect(rest);
            case "hidden" -> {
                String[] words = rest.split(" +", -1);
                if (words.length < 3) {
                    throw expected("hidden ACTOR UNIT LABEL…", "LABEL is a place, `*`, `deliver` or `-`");
                }
                for (String label : List.of(words).subList(2, words.length)) {
                    hidden.add(new LogMap.Hidden(line, words[0], words[1], label));
                }
            }
            default ->
                throw new LogException(
                        line,
                        "`" + Texts.shown(word) + "` begins no line of a map",
                        "there is line, =>, ignore, others, time, effect, skew, hidden");
        }
    }

    private void event(String event) throws LogException {
        if (rules.isEmpty()) {
            throw new LogException(line, "`=>` stands before the first `line`");
        }
        LogMap.Rule rule = rules.removeLast();
        List<String> events = new ArrayList<>(rule.events());
        events.add(event);
        rules.add(new LogMap.Rule(rule.line(), rule.pattern(), events));
    }

    private void effect(String rest) throws LogException {
        String[] words = rest.split(" +", -1);
        if (rest.equals("at") || rest.equals("next")) {
            lasts = rest.equals("at") ? Optional.of(0L) : Optional.empty();
            return;
        }
        if (words.length != 2) {
            throw expected("effect at", "`next`, `after 5us`, `before 5us`, `within 5us`");
        }
        long time = duration(words[1]);
        switch (words[0]) {
            case "after" -> lasts = Optional.of(time);
            case "before" -> {
                early = time;
                lasts = Optional.of(time);
            }
            case "within" -> {
                early = time;
                lasts = Optional.of(2 * time);
            }
            default -> throw expected("effect at", "`next`, `after 5us`, `before 5us`, `within 5us`");
        }
    }

    private Pattern pattern(String text) throws LogException {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new LogException(line, "the pattern is broken: " + e.getDescription());
        }
    }

    private void holes(LogMap.Rule rule, String event) throws LogException {
        Matcher hole = HOLE.matcher(event);
        while (hole.find()) {
            if (!rule.pattern().namedGroups().containsKey(hole.group(1))) {
                throw new LogException(
                        rule.line(),
                        "the pattern has no group `" + hole.group(1) + "`",
                        "write `(?<" + hole.group(1) + ">…)`");
            }
        }
    }

    private long duration(String text) throws LogException {
        OptionalLong nanoseconds = nanoseconds(text);
        if (nanoseconds.isEmpty()) {
            throw new LogException(line, "`" + Texts.shown(text) + "` is no duration", "write 5us, 2ms, 1s");
        }
        return nanoseconds.getAsLong();
    }

    /** Of a duration: {@code 5us}; empty if it is none. */
    public static OptionalLong nanoseconds(String text) {
        Matcher matcher = DURATION.matcher(text);
        return matcher.matches()
                ? OptionalLong.of(Long.parseLong(matcher.group(1)) * UNITS.getOrDefault(matcher.group(2), 1L))
                : OptionalLong.empty();
    }

    private LogException expected(String what, String help) {
        return new LogException(line, "expected `" + what + "`", help);
    }
}
