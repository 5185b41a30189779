package dev.baton.cli.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.PropertyOutcome;
import dev.baton.model.interpreter.Trace;
import dev.baton.trace.TraceJson;
import dev.baton.trace.TraceStyle;
import dev.baton.trace.TraceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each trace of a run as two files: {@code CHECK-PROPERTY-ENGINE.txt} as text, {@code .json} for programs. */
public final class TraceFiles {
    private TraceFiles() {}

    /** The files' names and contents; witnesses of covers too. */
    public static Map<String, String> of(List<Outcome> outcomes, Labels labels) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            for (PropertyOutcome property : outcome.properties()) {
                property.trace().ifPresent(trace -> {
                    String label = labels.of(outcome.check()).replace(": ", "-");
                    String name = fileName(label + "-" + property.name() + "-" + outcome.engine());
                    files.put(name + ".txt", text(outcome, property, trace));
                    files.put(name + ".json", json(outcome, property, trace));
                });
            }
        }
        return files;
    }

    private static String fileName(String wish) {
        return wish.replace(".baton", "").replaceAll("[^A-Za-z0-9_.-]", "_").replaceAll("^[._]+", "");
    }

    private static String text(Outcome outcome, PropertyOutcome property, Trace trace) {
        return TraceText.render(outcome.check().system(), property.property(), trace, property.why(), TraceStyle.PLAIN);
    }

    private static String json(Outcome outcome, PropertyOutcome property, Trace trace) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", JsonReport.SCHEMA);
        json.put("file", outcome.check().file());
        json.put("check", outcome.check().name());
        json.put("engine", outcome.engine());
        ObjectNode parameters = json.putObject("parameters");
        outcome.check().system().parameters().forEach(p -> parameters.put(p.name(), p.value()));
        json.put("property", property.name());
        json.put("kind", property.property().kind().word());
        json.put("verdict", property.word());
        json.set("trace", TraceJson.of(outcome.check().system(), property.property(), trace, property.why()));
        return json.toPrettyString() + "\n";
    }
}
