package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Reserved;
import dev.baton.model.type.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How Baton's types become TLA+ values, such that TLC, which refuses to compare values of unlike kinds (a string with a
 * number, say), never has to:
 *
 * <ul>
 *   <li>enumerations are strings, structs records, maps functions, sequences and bags those of the standard modules;
 *   <li>an option is the value itself or the model value {@code None}, which TLC compares with anything;
 *   <li>a struct that is a variant of a union has one field more, {@code type}. Where variants have a field of one name
 *       but of types that TLC can't compare, the field is called after its variant too;
 *   <li>members of an index type are model values if nothing tells them apart, else numbers; a single kernel is a model
 *       value.
 * </ul>
 */
final class Encoding {
    /** The field that holds a variant's name. */
    static final String TAG = "type";

    private final Survey survey;
    private final Set<String> tagged = new HashSet<>();
    private final Map<String, Map<String, String>> fields = new HashMap<>();

    private Encoding(Survey survey) {
        this.survey = survey;
    }

    static Encoding of(Survey survey) {
        Encoding encoding = new Encoding(survey);
        for (Type type : survey.namedTypes()) {
            if (type instanceof Type.Union union) {
                union.variants().forEach(v -> encoding.tagged.add(v.name()));
            }
            if (type instanceof Type.Struct struct && struct.fields().isEmpty()) {
                encoding.tagged.add(struct.name());
            }
        }
        Set<String> clashing = new HashSet<>();
        for (Type type : survey.namedTypes()) {
            if (type instanceof Type.Union union) {
                encoding.clashes(union, clashing);
            }
        }
        for (Type type : survey.namedTypes()) {
            if (type instanceof Type.Struct struct) {
                encoding.nameFields(struct, clashing);
            }
        }
        return encoding;
    }

    /** Whether the members are model values; else they are their numbers. */
    boolean modelValues(Type.Index index) {
        return index.single() || (index.size() > 1 && !survey.singledOut(index));
    }

    /** Whether a struct's record says its name in the field {@link #TAG}. */
    boolean tagged(Type.Struct struct) {
        return tagged.contains(struct.name());
    }

    /** The record's field for a struct's. */
    String field(Type.Struct struct, String field) {
        Map<String, String> names = fields.get(struct.name());
        String name = names == null ? null : names.get(field);
        if (name == null) {
            throw new IllegalStateException(struct + " has no field " + field);
        }
        return name;
    }

    /**
     * The texts of an enumeration's strings, in the order of its members: printable ASCII without the back quote, at
     * which TLA+'s parser stops, all different.
     */
    static List<String> texts(Type.Enumeration type) {
        Set<String> texts = new LinkedHashSet<>();
        for (String member : type.members()) {
            String plain = member.replace('`', '\'').replaceAll("[^ -~]", "?");
            String text = plain;
            for (int i = 2; !texts.add(text); i++) {
                text = plain + " (" + i + ")";
            }
        }
        return List.copyOf(texts);
    }

    /** Struct and field of each pair of variants that TLC could not compare, as {@code Struct.field}. */
    private void clashes(Type.Union union, Set<String> clashing) {
        for (Type.Struct a : union.variants()) {
            for (Type.Struct b : union.variants()) {
                for (Type.Field field : a.fields()) {
                    boolean alike = b.field(field.name())
                            .map(other -> comparable(field.type(), other.type()))
                            .orElse(true);
                    if (!alike) {
                        clashing.add(a.name() + "." + field.name());
                        clashing.add(b.name() + "." + field.name());
                    }
                }
            }
        }
    }

    private void nameFields(Type.Struct struct, Set<String> clashing) {
        Map<String, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>(tagged(struct) ? Set.of(TAG) : Set.of());
        for (Type.Field field : struct.fields()) {
            boolean renamed = clashing.contains(struct.name() + "." + field.name());
            String name = Reserved.identifier(field.name() + (renamed ? "_" + struct.name() : ""));
            while (Reserved.keyword(name) || !taken.add(name)) {
                name += "_";
            }
            names.put(field.name(), name);
        }
        fields.put(struct.name(), names);
    }

    /** Whether TLC can compare any value of one type with any of the other. */
    private boolean comparable(Type a, Type b) {
        if (a instanceof Type.Option option) {
            return comparable(option.element(), b);
        }
        if (b instanceof Type.Option option) {
            return comparable(a, option.element());
        }
        if (kind(a) != kind(b)) {
            return kind(a) == Kind.MODEL_VALUE || kind(b) == Kind.MODEL_VALUE;
        }
        return switch (a) {
            case Type.Bool t -> true;
            case Type.Range t -> true;
            case Type.Enumeration t -> true;
            case Type.Index t -> true;
            case Type.Struct t ->
                variants(t).stream().allMatch(x -> variants(b).stream().allMatch(y -> records(x, y)));
            case Type.Union t ->
                variants(t).stream().allMatch(x -> variants(b).stream().allMatch(y -> records(x, y)));
            case Type.SetOf t -> b instanceof Type.SetOf other && comparable(t.element(), other.element());
            case Type.Seq t -> b instanceof Type.Seq other && comparable(t.element(), other.element());
            case Type.Bag t -> b instanceof Type.Bag other && comparable(t.element(), other.element());
            case Type.MapOf t ->
                b instanceof Type.MapOf other
                        && comparable(t.key(), other.key())
                        && comparable(t.value(), other.value());
            case Type.Option t -> throw new IllegalStateException("no option any more: " + t);
        };
    }

    private static List<Type.Struct> variants(Type type) {
        return type instanceof Type.Union union ? union.variants() : List.of((Type.Struct) type);
    }

    private boolean records(Type.Struct a, Type.Struct b) {
        return a.fields().stream()
                .allMatch(f -> b.field(f.name())
                        .map(g -> comparable(f.type(), g.type()))
                        .orElse(true));
    }

    private enum Kind {
        BOOLEAN,
        NUMBER,
        STRING,
        MODEL_VALUE,
        RECORD,
        SET,
        SEQUENCE,
        BAG,
        FUNCTION
    }

    private Kind kind(Type type) {
        return switch (type) {
            case Type.Bool t -> Kind.BOOLEAN;
            case Type.Range t -> Kind.NUMBER;
            case Type.Enumeration t -> Kind.STRING;
            case Type.Index t -> modelValues(t) ? Kind.MODEL_VALUE : Kind.NUMBER;
            case Type.Struct t -> Kind.RECORD;
            case Type.Union t -> Kind.RECORD;
            case Type.Option t -> kind(t.element());
            case Type.SetOf t -> Kind.SET;
            case Type.Seq t -> Kind.SEQUENCE;
            case Type.Bag t -> Kind.BAG;
            case Type.MapOf t -> Kind.FUNCTION;
        };
    }
}
