package dev.baton.trace.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.trace.TraceJson;

/** A trace as JSON for programs, with what it is of: {@code docs/json.md}. */
final class JsonText {
    private static final int SCHEMA = 1;

    private JsonText() {}

    static String of(TraceDocument document) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        json.put("file", document.file());
        json.put("check", document.check());
        json.put("engine", document.engine().orElse(null));
        ObjectNode parameters = json.putObject("parameters");
        document.system().parameters().forEach(p -> parameters.put(p.name(), p.value()));
        json.put("property", document.property().map(p -> p.name()).orElse(null));
        json.put("kind", document.property().map(p -> p.kind().word()).orElse(null));
        json.put("verdict", document.verdict().orElse(null));
        json.set(
                "trace",
                document.property()
                        .map(p -> TraceJson.of(document.system(), p, document.trace(), document.why()))
                        .orElseGet(() -> TraceJson.of(document.system(), document.trace())));
        return json.toPrettyString() + "\n";
    }
}
