package dev.baton.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.checker.smt.certificate.Answer;
import dev.baton.checker.smt.certificate.Certificate;
import dev.baton.checker.smt.certificate.CertificateResult;
import dev.baton.checker.smt.certificate.CertificateResult.Checked;
import dev.baton.model.system.TransitionSystem;
import java.util.Locale;

/** What became of a certificate as JSON, as {@code docs/json.md} says. */
public final class CertificateJson {
    private CertificateJson() {}

    /** @param sameText whether the protocol's text is the one that the certificate was written for */
    public static String text(
            String version,
            String file,
            TransitionSystem system,
            Certificate certificate,
            boolean sameText,
            CertificateResult result,
            int exitCode) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("baton", version);
        json.put("schema", JsonReport.SCHEMA);
        json.put("exitCode", exitCode);
        json.put("file", file);
        json.put("sameText", sameText);
        ObjectNode parameters = json.putObject("parameters");
        system.parameters().forEach(p -> parameters.put(p.name(), p.value()));
        ArrayNode properties = json.putArray("properties");
        certificate.proved().forEach(p -> properties.add(p.name()));
        json.put("method", certificate.method());
        json.put("clauses", certificate.clauses().size());
        json.put("questions", result.obligations().size());
        ArrayNode solvers = json.putArray("solvers");
        result.checked().forEach(c -> solvers.add(solver(c, result.obligations().size())));
        ObjectNode interpreter = json.putObject("interpreter");
        interpreter.put("states", result.enumeration().states());
        interpreter.put("complete", result.enumeration().complete());
        interpreter.put("broken", result.enumeration().broken().orElse(null));
        json.put("verdict", result.verdict().name().toLowerCase(Locale.ROOT));
        return json.toPrettyString() + "\n";
    }

    private static ObjectNode solver(Checked checked, int all) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", checked.solver());
        json.put("accepts", checked.accepts(all));
        json.put("seconds", Math.round(checked.time().toNanos() / 1e6) / 1e3);
        json.put("asked", checked.said().size());
        String refuses = null;
        String stopped = null;
        if (!checked.said().isEmpty()) {
            CertificateResult.Said last = checked.said().getLast();
            switch (last.answer()) {
                case Answer.Proved _ -> {
                    // then nothing is wrong
                }
                case Answer.Refuted _ -> refuses = last.obligation().name();
                case Answer.Unknown(String reason) ->
                    stopped = last.obligation().name() + ": " + reason;
            }
        }
        json.put("refuses", refuses);
        json.put("notChecked", stopped);
        return json;
    }
}
