package dev.baton.trace.format;

import dev.baton.model.expr.Variable;
import dev.baton.model.system.Action;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Baton's own names, and values as {@link ItfValues} writes them; where ITF leaves a choice, either is read. */
final class BatonDialect implements StateDialect {
    private final Map<String, Action> actions;

    BatonDialect(TransitionSystem system) {
        this.actions = system.actions().stream().collect(Collectors.toMap(Action::name, Function.identity()));
    }

    @Override
    public String name() {
        return "Baton";
    }

    @Override
    public String variable(Variable variable) {
        return variable.name();
    }

    @Override
    public Optional<Action> action(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    @Override
    public Value value(Type type, Json json) {
        return switch (type) {
            case Type.Bool t -> {
                if (!(json instanceof Json.Bool(int _, boolean value))) {
                    throw new ValueMismatch(json, "true or false");
                }
                yield Value.of(value);
            }
            case Type.Range t -> number(t, json);
            case Type.Enumeration t -> member(t, json);
            case Type.Index t -> member(t, json);
            case Type.Struct t -> struct(t, json);
            case Type.Union t -> variant(t, json);
            case Type.Option t -> option(t, json);
            case Type.SetOf t -> set(t, json);
            case Type.Seq t -> {
                List<Value> elements = values(t.element(), elements(json, "a list"));
                if (elements.size() > t.capacity()) {
                    throw new ValueMismatch(json, "a list of at most " + t.capacity());
                }
                yield new Value.Seq(elements);
            }
            case Type.Bag t -> bag(t, json);
            case Type.MapOf t -> map(t, json);
        };
    }

    private static Value number(Type.Range type, Json json) {
        return integer(json)
                .filter(n -> type.low() <= n && n <= type.high())
                .map(Value::of)
                .orElseThrow(() -> new ValueMismatch(json, "an integer in " + type.low() + ".." + type.high()));
    }

    private static Optional<Integer> integer(Json json) {
        return switch (json) {
            case Json.Numeral n -> n.integer();
            case Json.Fields f ->
                f.only(ItfValues.BIGINT)
                        .flatMap(d ->
                                d instanceof Json.Text(int _, String digits) ? Json.integer(digits) : Optional.empty());
            case Json.Items v -> Optional.empty();
            case Json.Text v -> Optional.empty();
            case Json.Bool v -> Optional.empty();
            case Json.Null v -> Optional.empty();
        };
    }

    private static Value member(Type.Enumeration type, Json json) {
        int ordinal = json instanceof Json.Text(int _, String text)
                ? ItfValues.texts(type).indexOf(text)
                : -1;
        if (ordinal < 0) {
            throw new ValueMismatch(
                    json, "one of " + some(ItfValues.texts(type).stream().map(m -> '"' + m + '"')));
        }
        return new Value.EnumMember(type, ordinal);
    }

    private static Value member(Type.Index type, Json json) {
        List<Value> members = Domain.values(type);
        return members.stream()
                .filter(m -> json instanceof Json.Text(int _, String text) && text.equals(m.toString()))
                .findFirst()
                .orElseThrow(() -> new ValueMismatch(
                        json, "one of " + some(members.stream().map(m -> "\"" + m + '"'))));
    }

    private static String some(java.util.stream.Stream<String> all) {
        List<String> words = all.toList();
        return words.size() <= 6 ? String.join(", ", words) : String.join(", ", words.subList(0, 6)) + ", …";
    }

    private Value struct(Type.Struct type, Json json) {
        boolean unit = type.fields().isEmpty()
                && json instanceof Json.Fields f
                && (f.fields().isEmpty() || f.only(ItfValues.TUPLE).isPresent());
        if (unit) {
            return new Value.Struct(type, List.of());
        }
        if (!(json instanceof Json.Fields fields)
                || fields.fields().size() != type.fields().size()) {
            throw new ValueMismatch(json, "a record with the fields of `" + type + "`");
        }
        List<Value> values = new ArrayList<>();
        for (Type.Field field : type.fields()) {
            Json value = fields.get(field.name())
                    .orElseThrow(() -> new ValueMismatch(json, "a record with a field `" + field.name() + "`"));
            values.add(value(field.type(), value));
        }
        return new Value.Struct(type, values);
    }

    private Value variant(Type.Union type, Json json) {
        Type.Struct variant = tag(json)
                .flatMap(type::variant)
                .orElseThrow(() -> new ValueMismatch(
                        json,
                        "a variant, its `tag` one of "
                                + some(type.variants().stream().map(v -> '"' + v.name() + '"'))));
        return struct(variant, payload(json));
    }

    private Value option(Type.Option type, Json json) {
        String tag = tag(json).orElse("");
        if (tag.equals(ItfValues.NONE)) {
            return Value.NONE;
        }
        if (!tag.equals(ItfValues.SOME)) {
            throw new ValueMismatch(json, "an option, its `tag` \"None\" or \"Some\"");
        }
        return new Value.Some(value(type.element(), payload(json)));
    }

    private static Optional<String> tag(Json json) {
        return json instanceof Json.Fields f
                        && f.fields().size() == 2
                        && f.get(ItfValues.VALUE).isPresent()
                ? f.get(ItfValues.TAG).filter(Json.Text.class::isInstance).map(t -> ((Json.Text) t).value())
                : Optional.empty();
    }

    private static Json payload(Json json) {
        return ((Json.Fields) json).get(ItfValues.VALUE).orElseThrow();
    }

    private Value set(Type.SetOf type, Json json) {
        List<Value> elements = values(type.element(), elements(json, "a `#set`"));
        return Value.SetOf.of(elements);
    }

    private List<Value> values(Type type, List<Json> all) {
        return all.stream().map(json -> value(type, json)).toList();
    }

    /** The elements of a list, tuple or set: ITF lets tools choose. */
    private static List<Json> elements(Json json, String expected) {
        Optional<Json> within = json instanceof Json.Fields f
                ? f.only(ItfValues.SET).or(() -> f.only(ItfValues.TUPLE))
                : Optional.of(json);
        return within.filter(Json.Items.class::isInstance)
                .map(items -> ((Json.Items) items).items())
                .orElseThrow(() -> new ValueMismatch(json, expected));
    }

    private Value bag(Type.Bag type, Json json) {
        List<Value> elements = new ArrayList<>();
        for (Entry entry : entries(json)) {
            int often = integer(entry.value)
                    .filter(n -> n > 0 && elements.size() + n <= type.capacity())
                    .orElseThrow(() ->
                            new ValueMismatch(entry.value, "how often it occurs, in all at most " + type.capacity()));
            Value element = value(type.element(), entry.key);
            for (int i = 0; i < often; i++) {
                elements.add(element);
            }
        }
        return new Value.Bag(elements);
    }

    private Value map(Type.MapOf type, Json json) {
        Map<Value, Value> entries = new HashMap<>();
        for (Entry entry : entries(json)) {
            if (entries.put(value(type.key(), entry.key), value(type.value(), entry.value)) != null) {
                throw new ValueMismatch(entry.key, "a key that is not there already");
            }
        }
        List<Value> values = new ArrayList<>();
        for (Value key : Domain.values(type.key())) {
            Value value = entries.get(key);
            if (value == null) {
                throw new ValueMismatch(json, "a `#map` with a value for `" + key + "`");
            }
            values.add(value);
        }
        return new Value.MapOf(type.key(), values);
    }

    private record Entry(Json key, Json value) {}

    private static List<Entry> entries(Json json) {
        if (!(json instanceof Json.Fields f)
                || !(f.only(ItfValues.MAP).orElse(json) instanceof Json.Items(int _, List<Json> pairs))) {
            throw new ValueMismatch(json, "a `#map`");
        }
        List<Entry> entries = new ArrayList<>();
        for (Json pair : pairs) {
            List<Json> two = elements(pair, "a key and its value");
            if (two.size() != 2) {
                throw new ValueMismatch(pair, "a key and its value");
            }
            entries.add(new Entry(two.get(0), two.get(1)));
        }
        return entries;
    }
}
