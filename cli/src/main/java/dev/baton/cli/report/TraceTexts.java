package dev.baton.cli.report;

import dev.baton.checker.Verdict;
import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.PropertyOutcome;
import dev.baton.model.source.Span;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.trace.TraceStyle;
import dev.baton.trace.TraceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counterexamples as text: unexpected ones first, and those that several engines found alike only once. */
public final class TraceTexts {
    private TraceTexts() {}

    /** A counterexample and the engines that found it. */
    private record Found(PlannedCheck check, PropertyOutcome property, String text) {}

    /** Each with a heading; with {@code style.full()} the witnesses of covers too. */
    public static List<String> all(List<Outcome> outcomes, Labels labels, TraceStyle style) {
        Map<Found, List<String>> engines = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            for (PropertyOutcome property : outcome.properties()) {
                boolean shown = property.violated() || style.full();
                Optional<String> text = shown ? text(outcome.check().system(), property, style) : Optional.empty();
                text.ifPresent(t -> engines.computeIfAbsent(
                                alike(engines, new Found(outcome.check(), property, t)), f -> new ArrayList<>())
                        .add(outcome.engine()));
            }
        }
        return engines.entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey().property.asExpected()))
                .map(e -> heading(e.getKey(), e.getValue(), labels, style) + e.getKey().text)
                .toList();
    }

    /** A counterexample's text, or what stands for it where a violation has no trace. */
    static Optional<String> text(TransitionSystem system, PropertyOutcome property, TraceStyle style) {
        return property.trace()
                .map(trace -> TraceText.render(system, property.property(), trace, property.why(), style))
                .or(() -> unreached(property));
    }

    /** A cover that no state satisfies has nothing to show but itself. */
    private static Optional<String> unreached(PropertyOutcome outcome) {
        Property property = outcome.property();
        if (!(outcome.verdict() instanceof Verdict.Violated) || property.kind() != Property.Kind.COVER) {
            return Optional.empty();
        }
        Span span = property.span();
        String source = span.known()
                ? "  " + span.text().strip().replaceAll("\\s+", " ") + "\n  "
                        + span.file().name() + ":" + span.line() + "\n"
                : "";
        return Optional.of(property.name() + " is violated (cover): no reachable state satisfies it\n" + source);
    }

    private static Found alike(Map<Found, List<String>> known, Found found) {
        return known.keySet().stream()
                .filter(k -> k.check.is(found.check)
                        && k.property.name().equals(found.property.name())
                        && k.text.equals(found.text))
                .findFirst()
                .orElse(found);
    }

    private static String heading(Found found, List<String> engines, Labels labels, TraceStyle style) {
        String parameters = found.check.system().parameters().stream()
                .map(p -> p.name() + " = " + p.value())
                .collect(Collectors.joining(", "));
        String expected = found.property.violated() && found.property.asExpected() ? ", as expected" : "";
        String text = "── " + labels.of(found.check) + (parameters.isEmpty() ? "" : " { " + parameters + " }") + ", "
                + String.join(" and ", engines) + expected + " ";
        String line = text + "─".repeat(Math.max(2, style.width() - text.length()));
        return style.ink().dim(line) + "\n";
    }
}
