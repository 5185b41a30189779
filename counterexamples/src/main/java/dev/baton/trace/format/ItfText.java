package dev.baton.trace.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.model.expr.Binder;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import dev.baton.trace.TraceJson;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A trace in the Informal Trace Format (Apalache's ADR-015), a state on a line. Everything that Baton knows beyond
 * states is where the format has room for it: in {@code #meta} of the trace (which protocol, check, parameters,
 * property) and of each state (the step that leads to it, as in {@link TraceJson}), and in the variables
 * {@code mbt::actionTaken} and {@code mbt::nondetPicks}, as Quint writes them.
 */
final class ItfText {
    static final String DESCRIPTION = "https://apalache-mc.org/docs/adr/015adr-trace.html";
    static final String META = "#meta";
    static final String ACTION = "mbt::actionTaken";
    static final String PICKS = "mbt::nondetPicks";
    static final String INIT = "init";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final TraceDocument document;
    private final TransitionSystem system;
    private final Trace trace;
    private final Interpreter interpreter;
    private final Set<String> picks = new LinkedHashSet<>();

    private ItfText(TraceDocument document) {
        this.document = document;
        this.system = document.system();
        this.trace = document.trace();
        this.interpreter = new Interpreter(system);
        system.actions().forEach(a -> a.parameters().forEach(p -> picks.add(p.name())));
    }

    static String of(TraceDocument document) {
        return new ItfText(document).text();
    }

    private String text() {
        StringBuilder out = new StringBuilder("{\n");
        field(out, META, meta()).append(",\n");
        if (!system.parameters().isEmpty()) {
            ArrayNode params = JSON.arrayNode();
            system.parameters().forEach(p -> params.add(p.name()));
            field(out, "params", params).append(",\n");
        }
        ArrayNode vars = JSON.arrayNode();
        system.variables().forEach(v -> vars.add(v.name()));
        field(out, "vars", vars.add(ACTION).add(PICKS)).append(",\n");
        out.append("  \"states\": [\n");
        for (int i = 0; i < trace.length(); i++) {
            out.append("    ").append(state(i)).append(i == trace.length() - 1 ? "\n" : ",\n");
        }
        out.append("  ]");
        trace.loop().ifPresent(loop -> out.append(",\n  \"loop\": ").append(loop));
        return out.append("\n}\n").toString();
    }

    private static StringBuilder field(StringBuilder out, String name, JsonNode value) {
        return out.append("  ").append(JSON.textNode(name)).append(": ").append(value);
    }

    private ObjectNode meta() {
        ObjectNode meta = JSON.objectNode();
        meta.put("format", "ITF");
        meta.put("format-description", DESCRIPTION);
        meta.put("source", document.file());
        meta.put("description", system.name() + ": " + document.title());
        ObjectNode types = meta.putObject("varTypes");
        system.variables().forEach(v -> types.put(v.name(), ItfValues.type(v.type())));
        meta.set("baton", baton());
        return meta;
    }

    /** What Baton itself wants to know when it reads the trace again. */
    private ObjectNode baton() {
        ObjectNode baton = JSON.objectNode();
        baton.put("schema", TraceHeader.SCHEMA);
        baton.put("protocol", system.name());
        baton.put("file", document.file());
        baton.put("check", document.check());
        ObjectNode parameters = baton.putObject("parameters");
        system.parameters().forEach(p -> parameters.put(p.name(), p.value()));
        document.property().ifPresent(p -> property(baton, p));
        document.engine().ifPresent(engine -> baton.put("engine", engine));
        return baton;
    }

    private void property(ObjectNode baton, Property property) {
        baton.put("property", property.name());
        baton.put("kind", property.kind().word());
        document.verdict().ifPresent(verdict -> baton.put("verdict", verdict));
    }

    private ObjectNode state(int i) {
        ObjectNode state = JSON.objectNode();
        ObjectNode meta = state.putObject(META).put("index", i);
        if (i > 0) {
            Step step = trace.steps().get(i - 1);
            meta.setAll(TraceJson.step(interpreter, trace.state(i - 1), step));
        } else {
            Set<String> variables =
                    system.variables().stream().map(v -> v.name()).collect(Collectors.toSet());
            system.parameters().stream()
                    .filter(p -> !variables.contains(p.name()))
                    .forEach(p -> state.set(p.name(), ItfValues.integer(p.value())));
        }
        for (int v = 0; v < system.variables().size(); v++) {
            Value value = trace.state(i).get(v);
            state.set(
                    system.variables().get(v).name(),
                    ItfValues.of(system.variables().get(v).type(), value));
        }
        state.put(ACTION, i == 0 ? INIT : trace.steps().get(i - 1).action().name());
        ObjectNode chosen = state.putObject(PICKS);
        picks.forEach(name -> chosen.set(name, ItfValues.none()));
        if (i > 0) {
            pick(trace.steps().get(i - 1), chosen);
        }
        return state;
    }

    private static void pick(Step step, ObjectNode chosen) {
        List<Binder> binders = step.action().parameters();
        for (int p = 0; p < binders.size(); p++) {
            Binder binder = binders.get(p);
            chosen.set(
                    binder.name(),
                    ItfValues.some(ItfValues.of(binder.type(), step.arguments().get(p))));
        }
    }
}
