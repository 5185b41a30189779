package dev.baton.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.baton.model.protocol.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What generated code says of where it comes from.
 *
 * @param sha256 of the protocol's text, in hexadecimal
 * @param checks that were run
 * @param warning said first: that the protocol was not checked, or is violated
 */
public record Provenance(String sha256, List<Check> checks, Optional<String> warning) {

    public Provenance {
        checks = List.copyOf(checks);
    }

    /**
     * A check that was run.
     *
     * @param parameters as in {@code SENDERS=2 SLOTS=3}
     * @param outcomes of its properties
     */
    public record Check(String name, String parameters, List<Outcome> outcomes) {
        public Check {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * What became of a property.
     *
     * @param verdict {@code holds}, or in words what else
     * @param engine that said so
     * @param guarantee what it showed, in its own words
     */
    public record Outcome(String property, String verdict, String engine, String guarantee) {}

    /** The properties that hold in every check that was run. */
    public Set<String> held() {
        Set<String> all = new java.util.TreeSet<>();
        checks.forEach(c ->
                c.outcomes().stream().filter(o -> o.verdict().equals("holds")).forEach(o -> all.add(o.property())));
        checks.forEach(c ->
                c.outcomes().stream().filter(o -> !o.verdict().equals("holds")).forEach(o -> all.remove(o.property())));
        return all;
    }

    /** The comment of the machine's class. */
    public CodeBlock javadoc(Protocol protocol) {
        StringBuilder out = new StringBuilder();
        protocol.doc().ifPresent(d -> out.append(Docs.escape(d)).append("\n\n<p>"));
        String file = protocol.source().name();
        out.append("Generated from {@code ")
                .append(file.substring(file.lastIndexOf('/') + 1))
                .append("} (SHA-256 {@code ")
                .append(sha256)
                .append("}).");
        String now = protocol.parameters().stream()
                .map(p -> p.name() + "=" + p.value())
                .collect(java.util.stream.Collectors.joining(" "));
        if (checks.stream().anyMatch(c -> !c.parameters().equals(now))) {
            out.append(" The parameters here are {@code ").append(now).append("}, which are not the checked ones.");
        }
        if (!checks.isEmpty()) {
            out.append("\n\n<p>Checked:\n\n<ul>\n");
            checks.forEach(c -> out.append(check(c)));
            out.append("</ul>");
        }
        return CodeBlock.of("$L\n", out);
    }

    private static String check(Check c) {
        StringBuilder out = new StringBuilder("  <li>{@code ").append(c.name()).append('}');
        if (!c.parameters().isEmpty()) {
            out.append(" ({@code ").append(c.parameters()).append("})");
        }
        out.append(": ");
        out.append(String.join(
                "; ",
                c.outcomes().stream()
                        .map(o -> "{@code " + o.property() + "} " + o.verdict() + " (" + Docs.escape(o.guarantee())
                                + ", engine {@code " + o.engine() + "})")
                        .toList()));
        return out.append("\n").toString();
    }
}
