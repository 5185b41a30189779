package dev.baton.trace.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Baton's values as expressions of ITF, and its types in the syntax of Apalache's type system:
 *
 * <ul>
 *   <li>integers are {@code #bigint}; enumerations and members of index types are strings: {@code "Spawn(1)"};
 *   <li>records are objects; options and variants of unions {@code {"tag": …, "value": …}}, with {@code {"#tup": []}}
 *       for the value of what has none;
 *   <li>sets are {@code #set}, sequences arrays, maps {@code #map}; a bag is a {@code #map} from elements to how often
 *       they occur.
 * </ul>
 */
final class ItfValues {
    static final String BIGINT = "#bigint";
    static final String SET = "#set";
    static final String MAP = "#map";
    static final String TUPLE = "#tup";
    static final String UNSERIALIZABLE = "#unserializable";
    static final String TAG = "tag";
    static final String VALUE = "value";
    static final String SOME = "Some";
    static final String NONE = "None";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ItfValues() {}

    static JsonNode of(Type type, Value value) {
        return switch (value) {
            case Value.Bool v -> JSON.booleanNode(v.value());
            case Value.Int v -> integer(v.value());
            case Value.EnumMember v -> JSON.textNode(texts(v.type()).get(v.ordinal()));
            case Value.Member v -> JSON.textNode(v.toString());
            case Value.Struct v -> type instanceof Type.Union ? variant(v.type().name(), unit(v)) : record(v);
            case Value.None v -> variant(NONE, tuple());
            case Value.Some v -> variant(SOME, of(((Type.Option) type).element(), v.value()));
            case Value.SetOf v -> collection(SET, all(((Type.SetOf) type).element(), v.elements()));
            case Value.Seq v -> all(((Type.Seq) type).element(), v.elements());
            case Value.Bag v -> bag(((Type.Bag) type).element(), v);
            case Value.MapOf v -> map(((Type.MapOf) type).value(), v);
        };
    }

    static JsonNode integer(int value) {
        return JSON.objectNode().put(BIGINT, Integer.toString(value));
    }

    /** {@code Some(value)}. */
    static ObjectNode some(JsonNode value) {
        return variant(SOME, value);
    }

    /** {@code None}. */
    static ObjectNode none() {
        return variant(NONE, tuple());
    }

    /** The strings of an enumeration's members, in order, all different. */
    static List<String> texts(Type.Enumeration type) {
        Set<String> texts = new LinkedHashSet<>();
        for (String member : type.members()) {
            String text = member;
            for (int i = 2; !texts.add(text); i++) {
                text = member + " (" + i + ")";
            }
        }
        return List.copyOf(texts);
    }

    private static ObjectNode variant(String tag, JsonNode value) {
        ObjectNode json = JSON.objectNode();
        json.put(TAG, tag);
        json.set(VALUE, value);
        return json;
    }

    private static JsonNode unit(Value.Struct struct) {
        return struct.fields().isEmpty() ? tuple() : record(struct);
    }

    private static JsonNode tuple() {
        return collection(TUPLE, JSON.arrayNode());
    }

    private static ObjectNode record(Value.Struct struct) {
        ObjectNode json = JSON.objectNode();
        for (int i = 0; i < struct.fields().size(); i++) {
            Type.Field field = struct.type().fields().get(i);
            json.set(field.name(), of(field.type(), struct.fields().get(i)));
        }
        return json;
    }

    private static ObjectNode collection(String mark, ArrayNode elements) {
        ObjectNode json = JSON.objectNode();
        json.set(mark, elements);
        return json;
    }

    private static ArrayNode all(Type element, List<Value> values) {
        ArrayNode json = JSON.arrayNode();
        values.forEach(value -> json.add(of(element, value)));
        return json;
    }

    private static ObjectNode bag(Type element, Value.Bag bag) {
        ArrayNode entries = JSON.arrayNode();
        for (Value distinct : new LinkedHashSet<>(bag.elements())) {
            int often = (int) bag.elements().stream().filter(distinct::equals).count();
            entries.addArray().add(of(element, distinct)).add(integer(often));
        }
        return collection(MAP, entries);
    }

    private static ObjectNode map(Type value, Value.MapOf map) {
        ArrayNode entries = JSON.arrayNode();
        List<Value> keys = Domain.values(map.key());
        for (int i = 0; i < keys.size(); i++) {
            entries.addArray()
                    .add(of(map.key(), keys.get(i)))
                    .add(of(value, map.values().get(i)));
        }
        return collection(MAP, entries);
    }

    /** A type as Apalache writes it: {@code Str -> Set(Int)}. */
    static String type(Type type) {
        return switch (type) {
            case Type.Bool t -> "Bool";
            case Type.Range t -> "Int";
            case Type.Enumeration t -> "Str";
            case Type.Index t -> "Str";
            case Type.Struct t -> record(t);
            case Type.Union t -> t.variants().stream().map(ItfValues::variant).collect(Collectors.joining(" | "));
            case Type.Option t -> NONE + "(UNIT) | " + SOME + "(" + type(t.element()) + ")";
            case Type.SetOf t -> "Set(" + type(t.element()) + ")";
            case Type.Seq t -> "Seq(" + type(t.element()) + ")";
            case Type.Bag t -> function(t.element(), Optional.empty());
            case Type.MapOf t -> function(t.key(), Optional.of(t.value()));
        };
    }

    private static String function(Type from, Optional<Type> to) {
        return "(" + type(from) + " -> " + to.map(ItfValues::type).orElse("Int") + ")";
    }

    private static String variant(Type.Struct struct) {
        return struct.name() + "(" + (struct.fields().isEmpty() ? "UNIT" : record(struct)) + ")";
    }

    private static String record(Type.Struct struct) {
        return struct.fields().stream()
                .map(field -> field.name() + ": " + type(field.type()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }
}
