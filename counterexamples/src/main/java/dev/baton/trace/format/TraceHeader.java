package dev.baton.trace.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a trace of Baton says of its own origin. It is a claim of the file, not more: whoever uses it looks whether
 * there is such a protocol, check and property.
 *
 * @param file the protocol's file, as whoever wrote the trace called it
 * @param parameters by name, in the order of the file
 */
public record TraceHeader(
        Optional<String> file,
        Optional<String> check,
        Map<String, Integer> parameters,
        Optional<String> property,
        Optional<String> kind,
        Optional<String> engine) {

    /** Rises when a field of {@code #meta.baton} changes its meaning or goes. */
    public static final int SCHEMA = 1;

    /** Of a trace that some other tool wrote. */
    static final TraceHeader NONE = new TraceHeader(
            Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @param meta the trace's {@code #meta} */
    static TraceHeader of(Json.Fields meta) {
        Optional<Json.Fields> found = meta.object("baton");
        if (found.isEmpty()) {
            return NONE;
        }
        Json.Fields baton = found.get();
        Map<String, Integer> parameters = new LinkedHashMap<>();
        baton.object("parameters").map(Json.Fields::fields).orElse(Map.of()).forEach((name, value) -> {
            if (value instanceof Json.Numeral number) {
                number.integer().ifPresent(n -> parameters.put(name, n));
            }
        });
        return new TraceHeader(
                text(baton, "file"),
                text(baton, "check"),
                java.util.Collections.unmodifiableMap(parameters),
                text(baton, "property"),
                text(baton, "kind"),
                text(baton, "engine"));
    }

    private static Optional<String> text(Json.Fields fields, String name) {
        return fields.text(name).filter(text -> text.length() <= 4_096);
    }
}
