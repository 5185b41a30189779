package dev.baton.trace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Message;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.interpreter.UndefinedException;
import dev.baton.model.source.Span;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A trace as JSON, for programs:
 *
 * <pre>{@code
 * {"loop": 3,                        // the number of the state that follows the last one; null: no loop;
 *                                    // the number of the last state: the system stops there
 *  "states": [{"slot": "none"}, …],  // every variable, values in Baton's syntax; state 0 is the first
 *  "steps": [{"action": "sender_raise_bell", "kind": "task", "who": "Spawn(1).sender", "text": "raise bell",
 *             "file": "single_slot.baton", "line": 31,
 *             "arguments": {"self": "Spawn(1)"},
 *             "changes": [{"variable": "bell", "entry": "bell pending", "before": "no", "after": "yes"}],
 *             "arrows": [{"kind": "raise", "via": "bell", "from": "Spawn(1)", "to": "Host", "payload": null}],
 *             "error": null}, …]}    // step i leads from state i to state i + 1
 * }</pre>
 */
public final class TraceJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TraceJson() {}

    /** With {@code why}, where the violation comes from; null of a cover's witness. */
    public static ObjectNode of(TransitionSystem system, Property property, Trace trace, Why why) {
        ObjectNode json = of(system, trace);
        if (property.kind() == Property.Kind.COVER) {
            json.putNull("why");
        } else {
            json.set("why", WhyJson.of(system, property, trace, why));
        }
        return json;
    }

    public static ObjectNode of(TransitionSystem system, Trace trace) {
        Interpreter interpreter = new Interpreter(system);
        ObjectNode json = JSON.objectNode();
        if (trace.loop().isPresent()) {
            json.put("loop", trace.loop().getAsInt());
        } else {
            json.putNull("loop");
        }
        ArrayNode states = json.putArray("states");
        for (int i = 0; i < trace.length(); i++) {
            states.add(state(system, trace.state(i)));
        }
        ArrayNode steps = json.putArray("steps");
        for (int i = 0; i < trace.steps().size(); i++) {
            steps.add(step(interpreter, trace.state(i), trace.steps().get(i)));
        }
        return json;
    }

    /** One step, as in {@code steps} above. */
    public static ObjectNode step(Interpreter interpreter, State before, Step step) {
        return step(new StepFacts(interpreter, before, step));
    }

    /**
     * One step, from a state that need not be reachable, as a trace without a loop. Where it can't be told in words,
     * for want of a value in such a state, {@code steps} is empty.
     */
    public static ObjectNode ofStep(TransitionSystem system, State before, Step step) {
        try {
            return of(system, new Trace(before, List.of(step), OptionalInt.empty()));
        } catch (UndefinedException e) {
            ObjectNode json = JSON.objectNode();
            json.putNull("loop");
            json.putArray("states").add(state(system, before)).add(state(system, step.after()));
            json.putArray("steps");
            return json;
        }
    }

    private static ObjectNode state(TransitionSystem system, State state) {
        ObjectNode json = JSON.objectNode();
        for (int i = 0; i < system.variables().size(); i++) {
            json.put(system.variables().get(i).name(), state.get(i).toString());
        }
        return json;
    }

    private static ObjectNode step(StepFacts facts) {
        ObjectNode json = JSON.objectNode();
        json.put("action", facts.action().name());
        json.put("kind", word(facts.origin().kind()));
        json.put("who", facts.who());
        json.put("text", facts.origin().text());
        Span span = facts.origin().span();
        if (span.known()) {
            json.put("file", span.file().name());
            json.put("line", span.line());
        } else {
            json.putNull("file");
            json.putNull("line");
        }
        ObjectNode arguments = json.putObject("arguments");
        for (int i = 0; i < facts.step().arguments().size(); i++) {
            String name = facts.action().parameters().get(i).name();
            arguments.put(name, facts.step().arguments().get(i).toString());
        }
        ArrayNode changes = json.putArray("changes");
        facts.changes().forEach(c -> changes.add(change(c)));
        ArrayNode arrows = json.putArray("arrows");
        facts.messages().forEach(m -> arrows.add(arrow(m)));
        facts.error().ifPresentOrElse(e -> json.put("error", e.message()), () -> json.putNull("error"));
        return json;
    }

    private static ObjectNode change(Change change) {
        Variable variable = change.variable();
        ObjectNode json = JSON.objectNode();
        json.put("variable", variable.name());
        json.put("entry", change.name());
        json.put("before", Names.value(variable, change.before()));
        json.put("after", Names.value(variable, change.after()));
        return json;
    }

    private static ObjectNode arrow(Message message) {
        ObjectNode json = JSON.objectNode();
        json.put("kind", word(message.kind()));
        json.put("via", message.via());
        value(json, "from", message.from());
        value(json, "to", message.to());
        value(json, "payload", message.payload());
        return json;
    }

    private static void value(ObjectNode json, String key, Optional<Value> value) {
        value.ifPresentOrElse(v -> json.put(key, v.toString()), () -> json.putNull(key));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
