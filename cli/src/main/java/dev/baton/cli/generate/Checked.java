package dev.baton.cli.generate;

import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.PropertyOutcome;
import dev.baton.codegen.Provenance;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What checks say of a protocol, as generated code records it. */
public final class Checked {
    private Checked() {}

    /** Whether every property is decided, as expected, and none is violated. */
    public static boolean holds(List<Outcome> outcomes) {
        return outcomes.stream().flatMap(o -> o.properties().stream()).allMatch(p -> p.asExpected() && !p.violated());
    }

    /** What the generated code says of its checks. */
    public static Provenance provenance(String text, List<Outcome> outcomes) {
        List<Provenance.Check> checks = outcomes.stream().map(Checked::check).toList();
        return new Provenance(sha256(text), checks, warning(outcomes));
    }

    private static Provenance.Check check(Outcome o) {
        return new Provenance.Check(
                o.check().name(),
                o.check().system().parameters().stream()
                        .map(p -> p.name() + "=" + p.value())
                        .collect(Collectors.joining(" ")),
                o.properties().stream()
                        .map(p -> new Provenance.Outcome(p.name(), p.word(), o.engine(), p.guarantee()))
                        .toList());
    }

    private static Optional<String> warning(List<Outcome> outcomes) {
        List<PropertyOutcome> all =
                outcomes.stream().flatMap(o -> o.properties().stream()).toList();
        List<String> violated = all.stream()
                .filter(PropertyOutcome::violated)
                .map(PropertyOutcome::name)
                .distinct()
                .toList();
        if (!violated.isEmpty()) {
            return Optional.of("VIOLATED: the protocol of this code violates " + String.join(", ", violated) + ".");
        }
        List<String> open = all.stream()
                .filter(p -> !p.decided())
                .map(PropertyOutcome::name)
                .distinct()
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of("NOT CHECKED: nobody knows whether the protocol of this code satisfies "
                        + String.join(", ", open) + ".");
    }

    /** The digest of a protocol's text, in hexadecimal. */
    public static String sha256(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK knows SHA-256", e);
        }
    }
}
