package dev.baton.checker.tla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A trace as a newer TLC writes it with {@code -dumpTrace json}: {@code JsonSerialize} of {@code CounterExample}. The
 * TLC that Baton comes with does not know the option.
 */
public final class TlcJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final TlaModule module;

    private TlcJson(TransitionSystem system) {
        this.module = TlaEmitter.emit(system);
    }

    /** @param actions whether steps are named */
    public static String of(TransitionSystem system, Trace trace, boolean actions) {
        return new TlcJson(system).text(trace, actions);
    }

    private String text(Trace trace, boolean actions) {
        boolean closed = trace.loop().isPresent()
                && trace.loop().getAsInt() < trace.steps().size();
        ObjectNode top = JSON.objectNode();
        ArrayNode states = top.putArray("state");
        int count = closed ? trace.steps().size() : trace.length();
        for (int i = 0; i < count; i++) {
            states.add(numbered(i, trace.state(i)));
        }
        ArrayNode steps = top.putArray("action");
        for (int i = 0; i < trace.steps().size(); i++) {
            boolean last = closed && i == trace.steps().size() - 1;
            int to = last ? trace.loop().getAsInt() : i + 1;
            if (actions || last) {
                ArrayNode step = steps.addArray().add(numbered(i, trace.state(i)));
                step.addObject()
                        .put("name", module.naming().action(trace.steps().get(i).action()));
                step.add(numbered(to, trace.state(to)));
            }
        }
        if (trace.loop().isPresent() && !closed) {
            int at = trace.steps().size();
            steps.addArray()
                    .add(numbered(at, trace.last()))
                    .add(JSON.objectNode().put("name", "Terminating"))
                    .add(numbered(at, trace.last()));
        }
        return JSON.objectNode().set("counterexample", top).toString();
    }

    private JsonNode numbered(int i, State state) {
        ObjectNode values = JSON.objectNode();
        for (int v = 0; v < module.system().variables().size(); v++) {
            var variable = module.system().variables().get(v);
            values.set(module.naming().variable(variable), json(variable.type(), state.get(v)));
        }
        return JSON.arrayNode().add(i + 1).add(values);
    }

    private JsonNode json(Type type, Value value) {
        return switch (value) {
            case Value.Bool v -> JSON.booleanNode(v.value());
            case Value.Int v -> JSON.numberNode(v.value());
            case Value.EnumMember v -> JSON.textNode(Encoding.texts(v.type()).get(v.ordinal()));
            case Value.Member v ->
                module.encoding().modelValues(v.type())
                        ? JSON.textNode(module.naming().member(v.type(), v.ordinal()))
                        : JSON.numberNode(v.ordinal());
            case Value.Struct v -> {
                ObjectNode record = JSON.objectNode();
                if (module.encoding().tagged(v.type())) {
                    record.put(Encoding.TAG, v.type().name());
                }
                for (int i = 0; i < v.fields().size(); i++) {
                    Type.Field field = v.type().fields().get(i);
                    record.set(
                            module.encoding().field(v.type(), field.name()),
                            json(field.type(), v.fields().get(i)));
                }
                yield record;
            }
            case Value.None v -> JSON.textNode(Naming.NONE);
            case Value.Some v -> json(((Type.Option) type).element(), v.value());
            case Value.SetOf v -> all(((Type.SetOf) type).element(), v.elements());
            case Value.Seq v -> all(((Type.Seq) type).element(), v.elements());
            case Value.Bag v -> {
                Type element = ((Type.Bag) type).element();
                List<Value> keys = List.copyOf(new LinkedHashSet<>(v.elements()));
                yield function(
                        keys.stream()
                                .map(k -> printed(json(element, k), element))
                                .toList(),
                        keys.stream()
                                .map(k -> (JsonNode) JSON.numberNode((int)
                                        v.elements().stream().filter(k::equals).count()))
                                .toList());
            }
            case Value.MapOf v -> {
                Type of = ((Type.MapOf) type).value();
                yield function(
                        Domain.values(v.key()).stream()
                                .map(k -> printed(json(v.key(), k), v.key()))
                                .toList(),
                        v.values().stream().map(x -> json(of, x)).toList());
            }
        };
    }

    private ArrayNode all(Type element, List<Value> values) {
        ArrayNode json = JSON.arrayNode();
        values.forEach(v -> json.add(json(element, v)));
        return json;
    }

    /** A function whose domain is {@code 1..n} is a list. */
    private static JsonNode function(List<String> keys, List<JsonNode> values) {
        boolean sequence = true;
        for (int i = 0; i < keys.size(); i++) {
            sequence &= keys.get(i).equals(Integer.toString(i + 1));
        }
        if (sequence) {
            return JSON.arrayNode().addAll(values);
        }
        ObjectNode json = JSON.objectNode();
        for (int i = 0; i < keys.size(); i++) {
            json.set(keys.get(i), values.get(i));
        }
        return json;
    }

    /** A key: strings as they are, all else as TLC prints it. */
    private static String printed(JsonNode json, Type type) {
        if (json.isTextual()) {
            return json.asText();
        }
        return tla(json, type);
    }

    private static String tla(JsonNode json, Type type) {
        if (json.isBoolean()) {
            return json.asBoolean() ? "TRUE" : "FALSE";
        }
        if (json.isTextual()) {
            return type instanceof Type.Enumeration ? '"' + json.asText() + '"' : json.asText();
        }
        if (json.isObject() && type instanceof Type.Struct struct) {
            return json.properties().stream()
                    .map(e -> e.getKey() + " |-> " + tla(e.getValue(), field(struct, e.getKey())))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (json.isObject() && type instanceof Type.Union union) {
            return tla(json, union.variant(json.get(Encoding.TAG).asText()).orElseThrow());
        }
        return json.toString();
    }

    private static Type field(Type.Struct struct, String name) {
        return struct.fields().stream()
                .filter(f -> name.startsWith(f.name()))
                .map(Type.Field::type)
                .map(t -> t instanceof Type.Option o ? o.element() : t)
                .findFirst()
                .orElse(new Type.Enumeration("tag", List.of()));
    }
}
