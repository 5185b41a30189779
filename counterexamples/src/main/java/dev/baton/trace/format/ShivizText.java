package dev.baton.trace.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.trace.StepAccount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A log for ShiViz: two lines a step, what happened and whose vector clock then shows what. The first line of the file
 * is the regular expression that ShiViz is to read it with, the second the delimiter of executions, of which there is
 * one. Clocks follow messages and IPIs; who reads shared memory learns nothing by this order.
 */
final class ShivizText {
    static final String PARSER = "(?<event>.*)\\n(?<host>\\S*) (?<clock>{.*})";

    private final Map<String, Map<String, Integer>> clocks = new HashMap<>();
    /** Of each step the clock after it. */
    private final List<Map<String, Integer>> after = new ArrayList<>();
    /** What an actor knows at its next step of those that it did not hear by a step of its own. */
    private final Map<String, Map<String, Integer>> heard = new HashMap<>();

    private ShivizText() {}

    static String of(TraceDocument document) {
        return new ShivizText().text(document);
    }

    private String text(TraceDocument document) {
        List<StepAccount> steps = StepAccount.of(document.system(), document.trace());
        List<Flight> flights = Flights.of(steps);
        StringBuilder out = new StringBuilder(PARSER).append("\n\n");
        for (StepAccount step : steps) {
            String host = host(Lanes.of(step));
            Map<String, Integer> clock = clocks.computeIfAbsent(host, _ -> new TreeMap<>());
            clock.merge(host, 1, Integer::sum);
            learn(clock, heard.getOrDefault(host, Map.of()));
            heard.remove(host);
            flights.stream()
                    .filter(f -> f.ended().orElse(-1) == step.number()
                            && f.sent() < step.number()
                            && f.fate() == Flight.Fate.ARRIVED)
                    .forEach(f -> learn(clock, after.get(f.sent() - 1)));
            after.add(new TreeMap<>(clock));
            flights.stream()
                    .filter(f -> f.sent() == step.number() && immediate(f))
                    .forEach(f -> f.to().map(ShivizText::host)
                            .filter(to -> !to.equals(host))
                            .ifPresent(to -> learn(heard.computeIfAbsent(to, _ -> new TreeMap<>()), clock)));
            out.append(event(step))
                    .append('\n')
                    .append(host)
                    .append(' ')
                    .append(json(clock))
                    .append('\n');
        }
        return out.toString();
    }

    private static boolean immediate(Flight flight) {
        return switch (flight.kind()) {
            case START, GIVE -> true;
            case MESSAGE, IPI -> false;
        };
    }

    private static void learn(Map<String, Integer> clock, Map<String, Integer> other) {
        other.forEach((host, time) -> clock.merge(host, time, Math::max));
    }

    private static String event(StepAccount step) {
        String error = step.error().map(e -> " ✗ " + e).orElse("");
        String changes = step.changes().isEmpty() ? "" : " | " + String.join("; ", step.changes());
        return Legible.text(step.number() + " " + step.text() + changes + error);
    }

    /** ShiViz wants a word. */
    private static String host(String lane) {
        return Legible.text(lane).replaceAll("\\s+", "_");
    }

    private static ObjectNode json(Map<String, Integer> clock) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        clock.forEach(json::put);
        return json;
    }
}
