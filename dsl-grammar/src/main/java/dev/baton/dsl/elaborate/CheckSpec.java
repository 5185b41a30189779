package dev.baton.dsl.elaborate;

import dev.baton.model.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run that a file asks for.
 *
 * @param parameters the parameters that it names, in its order; the others have their defaults
 * @param expectations what it mentions; everything else is expected to hold
 */
public record CheckSpec(
        String name, Map<String, Integer> parameters, List<Expectation> expectations, Optional<String> doc, Span span) {

    public CheckSpec {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        expectations = List.copyOf(expectations);
    }

    /** That a property holds, or is violated. */
    public record Expectation(String property, boolean violated, Span span) {}

    /** Whether a property is expected to be violated. */
    public boolean violated(String property) {
        return expectations.stream().anyMatch(e -> e.violated() && e.property().equals(property));
    }
}
