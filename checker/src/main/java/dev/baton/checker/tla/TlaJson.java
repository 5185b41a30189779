package dev.baton.checker.tla;

import dev.baton.model.type.Type;
import dev.baton.trace.format.Json;
import dev.baton.trace.format.ValueMismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values of TLA+ in JSON as the trees that TLC prints. TLC's JSON has fewer kinds than TLA+: sets are lists, model
 * values strings, functions objects whose keys are texts, or lists where the domain is {@code 1..n}. So the type tells
 * what each is meant to be. ITF says it itself, and is read too.
 */
final class TlaJson {
    /** What Apalache puts before the names of model values. */
    private static final String MODEL_VALUE = "ModelValue_";

    /** What Apalache puts behind the names of the members of uninterpreted types. */
    private static final String OF = "_OF_";

    private final TlaModule module;

    TlaJson(TlaModule module) {
        this.module = module;
    }

    /** @throws ValueMismatch if it can be no value of the type */
    TlaTree tree(Type type, Json json) {
        return switch (type) {
            case Type.Bool t -> {
                if (json instanceof Json.Text(int _, String text)) {
                    yield new TlaTree.Name(text.toUpperCase(java.util.Locale.ROOT));
                }
                if (json instanceof Json.Bool(int _, boolean value)) {
                    yield new TlaTree.Name(value ? "TRUE" : "FALSE");
                }
                throw new ValueMismatch(json, "true or false");
            }
            case Type.Range t -> integer(json);
            case Type.Enumeration t -> new TlaTree.Text(text(json, "a string"));
            case Type.Index t -> module.encoding().modelValues(t) ? modelValue(json) : integer(json);
            case Type.Struct t -> record(t, json);
            case Type.Union t -> union(t, json);
            case Type.Option t ->
                json instanceof Json.Text(int _, String text) && plain(text).equals(Naming.NONE)
                        ? new TlaTree.Name(Naming.NONE)
                        : tree(t.element(), json);
            case Type.SetOf t -> new TlaTree.Elements(trees(t.element(), elements(json, "a set")));
            case Type.Seq t -> {
                List<Json> elements = elements(json, "a sequence");
                if (elements.size() > t.capacity()) {
                    throw new ValueMismatch(json, "a sequence of at most " + t.capacity());
                }
                yield new TlaTree.Tuple(trees(t.element(), elements));
            }
            case Type.Bag t -> new TlaTree.Function(bounded(t, entries(t.element(), Optional.empty(), json), json));
            case Type.MapOf t -> new TlaTree.Function(entries(t.key(), Optional.of(t.value()), json));
        };
    }

    /** A bag that a file claims to hold more than there may be is refused before it is made. */
    private static List<TlaTree.Entry> bounded(Type.Bag type, List<TlaTree.Entry> entries, Json json) {
        long all = 0;
        for (TlaTree.Entry entry : entries) {
            int often = entry.value() instanceof TlaTree.Int(int n) ? n : 0;
            all += often;
            if (often < 1 || all > type.capacity()) {
                throw new ValueMismatch(json, "a bag of at most " + type.capacity());
            }
        }
        return entries;
    }

    private TlaTree union(Type.Union type, Json json) {
        String tag = json instanceof Json.Fields fields
                ? fields.get(Encoding.TAG)
                        .filter(Json.Text.class::isInstance)
                        .map(t -> ((Json.Text) t).value())
                        .orElse("")
                : "";
        Type.Struct variant = type.variant(tag)
                .orElseThrow(() -> new ValueMismatch(
                        json, "a record whose `" + Encoding.TAG + "` is a variant of `" + type + "`"));
        return record(variant, json);
    }

    private TlaTree record(Type.Struct type, Json json) {
        if (!(json instanceof Json.Fields fields)) {
            throw new ValueMismatch(json, "a record");
        }
        List<TlaTree.Entry> entries = new ArrayList<>();
        if (module.encoding().tagged(type)) {
            entries.add(new TlaTree.Entry(new TlaTree.Text(Encoding.TAG), new TlaTree.Text(type.name())));
        }
        for (Type.Field field : type.fields()) {
            String name = module.encoding().field(type, field.name());
            Json value =
                    fields.get(name).orElseThrow(() -> new ValueMismatch(json, "a record with a field `" + name + "`"));
            entries.add(new TlaTree.Entry(new TlaTree.Text(name), tree(field.type(), value)));
        }
        return new TlaTree.Function(entries);
    }

    private List<TlaTree> trees(Type type, List<Json> all) {
        return all.stream().map(json -> tree(type, json)).toList();
    }

    private static List<Json> elements(Json json, String expected) {
        Optional<Json> within =
                json instanceof Json.Fields f ? f.only("#set").or(() -> f.only("#tup")) : Optional.of(json);
        return within.filter(Json.Items.class::isInstance)
                .map(items -> ((Json.Items) items).items())
                .orElseThrow(() -> new ValueMismatch(json, expected));
    }

    /** The entries of a function; {@code value} is empty where they are counts. */
    private List<TlaTree.Entry> entries(Type key, Optional<Type> value, Json json) {
        List<TlaTree.Entry> entries = new ArrayList<>();
        if (json instanceof Json.Items(int _, List<Json> items)) {
            for (int i = 0; i < items.size(); i++) {
                entries.add(new TlaTree.Entry(new TlaTree.Int(i + 1), value(value, items.get(i))));
            }
            return entries;
        }
        if (!(json instanceof Json.Fields fields)) {
            throw new ValueMismatch(json, "a function");
        }
        if (fields.only("#map").isPresent()) {
            for (Json pair : elements(fields.only("#map").get(), "pairs")) {
                List<Json> two = elements(pair, "a pair");
                if (two.size() != 2) {
                    throw new ValueMismatch(pair, "a pair");
                }
                entries.add(new TlaTree.Entry(tree(key, two.get(0)), value(value, two.get(1))));
            }
            return entries;
        }
        for (Map.Entry<String, Json> field : fields.fields().entrySet()) {
            entries.add(new TlaTree.Entry(key(key, field.getKey(), json), value(value, field.getValue())));
        }
        return entries;
    }

    private TlaTree value(Optional<Type> type, Json json) {
        return type.isPresent() ? tree(type.get(), json) : integer(json);
    }

    /** A key as TLC writes it: strings as they are, all else as it prints it. */
    private TlaTree key(Type type, String text, Json at) {
        if (type instanceof Type.Enumeration) {
            return new TlaTree.Text(text);
        }
        if (text.length() > 10_000) {
            throw new ValueMismatch(at, "a shorter key");
        }
        return TlaTree.value(text);
    }

    private static TlaTree modelValue(Json json) {
        return new TlaTree.Name(plain(text(json, "a model value")));
    }

    private static String plain(String name) {
        String bare = name.startsWith(MODEL_VALUE) ? name.substring(MODEL_VALUE.length()) : name;
        int of = bare.indexOf(OF);
        return of > 0 ? bare.substring(0, of) : bare;
    }

    private static String text(Json json, String expected) {
        if (json instanceof Json.Text(int _, String text)) {
            return text;
        }
        throw new ValueMismatch(json, expected);
    }

    private static TlaTree integer(Json json) {
        Optional<Integer> value = json instanceof Json.Numeral n
                ? n.integer()
                : json instanceof Json.Fields f
                                && f.only("#bigint").orElse(json) instanceof Json.Text(int _, String digits)
                        ? Json.integer(digits)
                        : Optional.empty();
        return new TlaTree.Int(value.orElseThrow(() -> new ValueMismatch(json, "an integer")));
    }
}
