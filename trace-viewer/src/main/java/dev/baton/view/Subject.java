package dev.baton.view;

import dev.baton.model.protocol.Protocol;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a view is about, but for the trace.
 *
 * @param baton Baton's version
 * @param file the protocol's file, as the user gave it
 * @param protocol what {@code system} was lowered from: tells kernels, cores and environments apart
 * @param property the one that the trace is about
 * @param check where the trace is from
 * @param overrides values of parameters in place of the check's own
 */
public record Subject(
        String baton,
        String file,
        Protocol protocol,
        TransitionSystem system,
        Optional<Property> property,
        Optional<CheckFacts> check,
        Map<String, Integer> overrides) {

    public Subject {
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
    }

    /**
     * The check that a trace is of.
     *
     * @param guarantee how far the engine's verdict reaches, in words
     */
    public record CheckFacts(String name, Optional<String> engine, Optional<String> guarantee) {}

    /** Those that lights are shown for: of the two parts of an {@code until} the first. */
    List<Property> properties() {
        Map<String, Property> byName = new LinkedHashMap<>();
        system.properties().forEach(p -> byName.putIfAbsent(p.name(), p));
        return List.copyOf(byName.values());
    }
}
