package dev.baton.checker.tla;

import dev.baton.checker.Watch;
import dev.baton.checker.tla.TlcReport.Kind;
import dev.baton.checker.tla.TlcReport.Statistics;
import dev.baton.checker.tla.TlcReport.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a {@link TlcReport} of TLC's messages while they come. Safe for use by the thread that reads and one that asks.
 */
final class TlcListener implements TlcRunner.Attendant {
    private static final Pattern NAMED = Pattern.compile("(?:Invariant|Action property|Property) (\\w+) is violated");
    private static final Pattern DEPTH = Pattern.compile("(?:Progress\\(|search is )(\\d+)");
    private static final Pattern PROBABILITY = Pattern.compile("val = (\\d\\.\\d+(?:E-?\\d+)?)");
    private static final Pattern BACK = Pattern.compile("(?:Back to state )?(\\d+)(?::.*)?", Pattern.DOTALL);

    private final List<Open> violations = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private Optional<Open> open = Optional.empty();
    private boolean success;
    private boolean explored;
    private boolean tautology;
    private Statistics statistics = Statistics.NONE;
    private OptionalDouble collision = OptionalDouble.empty();

    /** A violation whose states are still being printed. */
    private static final class Open {
        private final Kind kind;
        private final String operator;
        private final List<String> states = new ArrayList<>();
        private OptionalInt loop = OptionalInt.empty();

        Open(Kind kind, String operator) {
            this.kind = kind;
            this.operator = operator;
        }
    }

    @Override
    public synchronized void message(TlcMessage message) {
        switch (message.code()) {
            case 2107 -> {
                begin(Kind.INVARIANT, message);
                state(message.text().substring(message.text().indexOf('\n') + 1));
            }
            case 2110 -> begin(Kind.INVARIANT, message);
            case 2112 -> begin(Kind.STEP, message);
            case 2114 -> begin(Kind.DEADLOCK, message);
            case 2116 -> begin(Kind.LIVENESS, message);
            case 2217 -> state(message.text().substring(message.text().indexOf('\n') + 1));
            case 2122 -> {
                Matcher back = BACK.matcher(message.text().strip());
                if (back.matches()) {
                    int position = Integer.parseInt(back.group(1)) - 1;
                    open.ifPresent(o -> o.loop = OptionalInt.of(position));
                }
            }
            case 2218 -> open.ifPresent(o -> o.loop = OptionalInt.of(o.states.size() - 1));
            case 2199, 2200 -> statistics(message);
            case 2194 -> depth(message);
            case 2193 -> {
                success = true;
                Matcher matcher = PROBABILITY.matcher(message.text());
                while (matcher.find()) {
                    double value = Double.parseDouble(matcher.group(1));
                    collision = OptionalDouble.of(Math.max(value, collision.orElse(0)));
                }
            }
            case 2192 -> explored |= message.text().contains("complete state space");
            case 2253 -> tautology = true;
            case 2121, 2264 -> {
                // headings of the states that follow
            }
            default -> {
                if (message.error()) {
                    open = Optional.empty();
                    errors.add(message.text().strip());
                }
            }
        }
    }

    private void begin(Kind kind, TlcMessage message) {
        Matcher matcher = NAMED.matcher(message.text());
        Open violation = new Open(kind, matcher.find() ? matcher.group(1) : "");
        violations.add(violation);
        open = Optional.of(violation);
    }

    private void state(String text) {
        open.ifPresent(o -> o.states.add(text));
    }

    private void statistics(TlcMessage message) {
        statistics = new Statistics(
                count(message.numberBefore("states generated")),
                count(message.numberBefore("distinct states found")),
                count(message.numberBefore("states left on queue")),
                statistics.depth());
        depth(message);
    }

    private static OptionalLong count(long number) {
        return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private void depth(TlcMessage message) {
        Matcher matcher = DEPTH.matcher(message.text());
        if (matcher.find()) {
            statistics = new Statistics(
                    statistics.generated(),
                    statistics.distinct(),
                    statistics.left(),
                    OptionalInt.of(Integer.parseInt(matcher.group(1))));
        }
    }

    @Override
    public Watch.Progress progress() {
        return progress("TLC");
    }

    synchronized Watch.Progress progress(String phase) {
        return new Watch.Progress(
                phase,
                statistics.distinct(),
                statistics.generated(),
                statistics.left(),
                statistics.depth(),
                OptionalLong.empty(),
                OptionalDouble.empty());
    }

    @Override
    public Optional<TlcReport.End> attend() {
        return Optional.empty();
    }

    @Override
    public synchronized TlcReport report(List<String> loose, TlcReport.End end) {
        List<Violation> found = violations.stream()
                .map(o -> new Violation(o.kind, o.operator, o.states, o.loop))
                .toList();
        List<String> all = new ArrayList<>(errors);
        all.addAll(loose);
        return new TlcReport(found, success, success || explored, tautology, statistics, collision, all, end);
    }
}
