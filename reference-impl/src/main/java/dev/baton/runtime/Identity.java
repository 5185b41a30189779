package dev.baton.runtime;

import java.util.List;

/**
 * Which protocol a machine implements.
 *
 * @param protocol its name
 * @param sha256 of the protocol's text, in hexadecimal
 * @param parameters in the order of the text
 */
public record Identity(String protocol, String sha256, List<Parameter> parameters) {

    /** A parameter and the value that it was generated for. */
    public record Parameter(String name, String value) {}

    public Identity {
        parameters = List.copyOf(parameters);
    }

    /** With parameters as {@code "SENDERS=3"}. */
    public static Identity of(String protocol, String sha256, String... parameters) {
        return new Identity(
                protocol,
                sha256,
                List.of(parameters).stream()
                        .map(p -> new Parameter(p.substring(0, p.indexOf('=')), p.substring(p.indexOf('=') + 1)))
                        .toList());
    }
}
