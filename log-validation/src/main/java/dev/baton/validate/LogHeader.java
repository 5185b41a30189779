package dev.baton.validate;

import java.util.Map;
import java.util.Optional;

/**
 * What a log says of itself.
 *
 * @param protocol its name
 * @param sha256 of the protocol's text, hexadecimal
 * @param parameters values of the protocol's parameters
 */
public record LogHeader(Optional<String> protocol, Optional<String> sha256, Map<String, Integer> parameters) {
    /** That it says nothing. */
    public static final LogHeader SILENT = new LogHeader(Optional.empty(), Optional.empty(), Map.of());

    public LogHeader {
        parameters = Map.copyOf(parameters);
    }
}
