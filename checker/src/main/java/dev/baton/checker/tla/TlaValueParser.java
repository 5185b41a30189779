package dev.baton.checker.tla;

import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.State;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What TLC prints, as Baton's values: the inverse of {@link Encoding}. */
final class TlaValueParser {
    private final TlaModule module;
    private final Encoding encoding;

    TlaValueParser(TlaModule module) {
        this.module = module;
        this.encoding = module.encoding();
    }

    /**
     * A state from the text in which TLC prints it; TLC orders the variables as it likes.
     *
     * @throws IllegalArgumentException if it is not a state of the module
     */
    State state(String text) {
        Map<String, TlaTree> values = new HashMap<>();
        for (TlaTree.Entry entry : TlaTree.state(text)) {
            values.put(((TlaTree.Name) entry.argument()).value(), entry.value());
        }
        List<Value> state = new ArrayList<>();
        for (Variable variable : module.system().variables()) {
            TlaTree value = values.get(module.naming().variable(variable));
            if (value == null) {
                throw new IllegalArgumentException("no value of " + variable + " in the state " + text);
            }
            state.add(value(variable.type(), value));
        }
        return new State(state);
    }

    /** A value of a type from the text in which TLC prints it. */
    Value value(Type type, String text) {
        return value(type, TlaTree.value(text));
    }

    /** A value of a type. */
    Value value(Type type, TlaTree tree) {
        return switch (type) {
            case Type.Bool t -> {
                if (!(tree instanceof TlaTree.Name)) {
                    throw mismatch(t, tree);
                }
                yield Value.of(tree.equals(new TlaTree.Name("TRUE")));
            }
            case Type.Range t -> Value.of(number(t, tree));
            case Type.Enumeration t -> member(t, tree);
            case Type.Index t -> new Value.Member(t, ordinal(t, tree));
            case Type.Struct t -> struct(t, record(t, tree));
            case Type.Union t -> {
                Map<String, TlaTree> record = record(t, tree);
                TlaTree tag = record.get(Encoding.TAG);
                String name = tag instanceof TlaTree.Text(String text) ? text : "";
                yield struct(t.variant(name).orElseThrow(() -> mismatch(t, tree)), record);
            }
            case Type.Option t ->
                tree.equals(new TlaTree.Name(Naming.NONE)) ? Value.NONE : new Value.Some(value(t.element(), tree));
            case Type.SetOf t -> {
                if (!(tree instanceof TlaTree.Elements(List<TlaTree> elements))) {
                    throw mismatch(t, tree);
                }
                yield Value.SetOf.of(values(t.element(), elements));
            }
            case Type.Seq t -> new Value.Seq(values(t.element(), sequence(t, tree)));
            case Type.Bag t -> bag(t, tree);
            case Type.MapOf t -> map(t, tree);
        };
    }

    private List<Value> values(Type type, List<TlaTree> trees) {
        return trees.stream().map(tree -> value(type, tree)).toList();
    }

    private static Value member(Type.Enumeration type, TlaTree tree) {
        int ordinal =
                tree instanceof TlaTree.Text(String text) ? Encoding.texts(type).indexOf(text) : -1;
        if (ordinal < 0) {
            throw mismatch(type, tree);
        }
        return new Value.EnumMember(type, ordinal);
    }

    private int ordinal(Type.Index type, TlaTree tree) {
        if (!encoding.modelValues(type)) {
            return number(type, tree);
        }
        for (int i = 0; i < type.size(); i++) {
            if (tree.equals(new TlaTree.Name(module.naming().member(type, i)))) {
                return i;
            }
        }
        throw mismatch(type, tree);
    }

    private Value struct(Type.Struct type, Map<String, TlaTree> record) {
        List<Value> fields = new ArrayList<>();
        for (Type.Field field : type.fields()) {
            String name = encoding.field(type, field.name());
            TlaTree value = record.get(name);
            if (value == null) {
                throw new IllegalArgumentException("no field " + name + " of " + type + " in " + record);
            }
            fields.add(value(field.type(), value));
        }
        return new Value.Struct(type, fields);
    }

    private static Map<String, TlaTree> record(Type type, TlaTree tree) {
        if (!(tree instanceof TlaTree.Function(List<TlaTree.Entry> entries))) {
            throw mismatch(type, tree);
        }
        Map<String, TlaTree> record = new HashMap<>();
        for (TlaTree.Entry entry : entries) {
            if (entry.argument() instanceof TlaTree.Text(String field)) {
                record.put(field, entry.value());
            }
        }
        return record;
    }

    private static List<TlaTree> sequence(Type type, TlaTree tree) {
        if (tree instanceof TlaTree.Tuple(List<TlaTree> elements)) {
            return elements;
        }
        throw mismatch(type, tree);
    }

    /** The entries of a function; one whose domain is {@code 1..n} prints as a tuple. */
    private static List<TlaTree.Entry> entries(Type type, TlaTree tree) {
        if (tree instanceof TlaTree.Function(List<TlaTree.Entry> entries)) {
            return entries;
        }
        List<TlaTree> elements = sequence(type, tree);
        List<TlaTree.Entry> entries = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            entries.add(new TlaTree.Entry(new TlaTree.Int(i + 1), elements.get(i)));
        }
        return entries;
    }

    private Value bag(Type.Bag type, TlaTree tree) {
        List<Value> elements = new ArrayList<>();
        for (TlaTree.Entry entry : entries(type, tree)) {
            Value element = value(type.element(), entry.argument());
            for (int i = 0; i < number(type, entry.value()); i++) {
                elements.add(element);
            }
        }
        return new Value.Bag(elements);
    }

    private Value map(Type.MapOf type, TlaTree tree) {
        Map<Value, Value> entries = new HashMap<>();
        for (TlaTree.Entry entry : entries(type, tree)) {
            entries.put(value(type.key(), entry.argument()), value(type.value(), entry.value()));
        }
        List<Value> values = new ArrayList<>();
        for (Value key : Domain.values(type.key())) {
            Value value = entries.get(key);
            if (value == null) {
                throw mismatch(type, tree);
            }
            values.add(value);
        }
        return new Value.MapOf(type.key(), values);
    }

    private static int number(Type type, TlaTree tree) {
        if (tree instanceof TlaTree.Int(int value)) {
            return value;
        }
        throw mismatch(type, tree);
    }

    private static IllegalArgumentException mismatch(Type type, TlaTree tree) {
        return new IllegalArgumentException("no value of " + type + ": " + tree);
    }
}
