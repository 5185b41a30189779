package dev.baton.cli.generate;

import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.PropertyOutcome;
import dev.baton.codegen.Provenance;
import dev.baton.model.system.Property;
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

    /** Whether every property is decided, as expected, and none is {@linkplain #harms violated}. */
    public static boolean holds(List<Outcome> outcomes) {
        return outcomes.stream().flatMap(o -> o.properties().stream()).allMatch(p -> p.asExpected() && !harms(p));
    }

    /** Whether the protocol does what it must not: not if it only never comes where the check expects it never to. */
    public static boolean harms(PropertyOutcome property) {
        boolean never = property.property().kind() == Property.Kind.COVER && property.asExpected();
        return property.violated() && !never;
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
                        .map(p -> new Provenance.Outcome(p.name(), verdict(p), o.engine(), p.guarantee()))
                        .toList());
    }

    private static String verdict(PropertyOutcome property) {
        return property.violated() && !harms(property) ? "is never reached, as expected" : property.word();
    }

    private static Optional<String> warning(List<Outcome> outcomes) {
        List<PropertyOutcome> all =
                outcomes.stream().flatMap(o -> o.properties().stream()).toList();
        List<String> violated = all.stream()
                .filter(Checked::harms)
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
