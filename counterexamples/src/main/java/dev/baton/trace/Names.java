package dev.baton.trace;

import dev.baton.model.expr.Variable;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.value.Value;
import java.util.List;
import java.util.stream.Collectors;

/** What designers call the parts of a state: {@code Spawn(1).sent}, {@code bell pending}, {@code owner of Page(0)}. */
public final class Names {
    private Names() {}

    /** An entry of a variable: {@code keys} lead into its maps, outermost first. */
    public static String entry(Variable variable, List<Value> keys) {
        return switch (variable.role()) {
            case PRIVATE, MEMORY, LOCAL, HISTORY, ERROR -> path(variable.name(), keys);
            case CONTROL -> path(owner(variable), keys) + " at";
            case CHANNEL -> keys.size() == 2 ? ends(variable.name(), keys) : path(variable.name(), keys);
            case PENDING -> of(variable.name() + " pending", " at ", keys);
            case MASK -> of(owner(variable) + " masked", " at ", keys);
            case BUFFER -> of("store buffer", " of ", keys);
            case LIFE -> keys.isEmpty() ? owner(variable) + " is" : joined(keys) + " is";
            case OWNER -> of("owner", " of ", keys);
            case BUDGET -> "faults left: " + owner(variable).replace('.', ' ');
        };
    }

    /** A value of a variable's entry, as a person would say it. */
    public static String value(Variable variable, Value value) {
        return switch (variable.role()) {
            case PENDING, MASK -> value instanceof Value.Bool(boolean yes) ? (yes ? "yes" : "no") : value.toString();
            case OWNER -> owner(value);
            case BUFFER -> stores(value);
            case PRIVATE, MEMORY, LOCAL, HISTORY, ERROR, CONTROL, CHANNEL, LIFE, BUDGET -> value.toString();
        };
    }

    /** Who takes a step: {@code Spawn(1).sender}. */
    public static String who(Action action, List<Value> arguments) {
        Origin origin = action.origin();
        if (origin.kind() == Origin.Kind.FAULT) {
            return "FAULT";
        }
        String actor = indexed(action) ? arguments.getFirst().toString() : origin.actor();
        String link = origin.kind() == Origin.Kind.DRAIN ? " " : ".";
        return origin.unit().isEmpty() ? actor : actor + link + origin.unit();
    }

    /** Whether an action's first parameter is the acting member. */
    static boolean indexed(Action action) {
        return !action.parameters().isEmpty()
                && action.parameters().getFirst().name().equals("self");
    }

    private static String owner(Value value) {
        if (!(value instanceof Value.Some(Value owner))) {
            return "nobody";
        }
        return owner instanceof Value.Struct holder && holder.fields().size() == 1
                ? holder.fields().getFirst().toString()
                : owner.toString();
    }

    /** Pending stores, the oldest first: {@code [ready[0] = true, turn = Process(1)]}. */
    private static String stores(Value value) {
        if (!(value instanceof Value.Seq(List<Value> stores))) {
            return value.toString();
        }
        return stores.stream()
                .map(s -> s instanceof Value.Struct store ? store(store) : s.toString())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** A store's fields are the keys of its place and, last, the value. */
    private static String store(Value.Struct store) {
        List<Value> keys = store.fields().subList(0, store.fields().size() - 1);
        return path(store.type().name(), keys) + " = " + store.fields().getLast();
    }

    /** {@code Spawn.sent} of member {@code Spawn(1)} is {@code Spawn(1).sent}; other keys stand in brackets. */
    private static String path(String name, List<Value> keys) {
        int dot = name.indexOf('.');
        boolean member = dot > 0
                && !keys.isEmpty()
                && keys.getFirst() instanceof Value.Member m
                && m.type().name().equals(name.substring(0, dot));
        String start = member ? keys.getFirst() + name.substring(dot) : name;
        return (member ? keys.subList(1, keys.size()) : keys)
                .stream().map(k -> "[" + k + "]").collect(Collectors.joining("", start, ""));
    }

    private static String ends(String name, List<Value> keys) {
        return name + " from " + keys.get(0) + " to " + keys.get(1);
    }

    private static String of(String what, String link, List<Value> keys) {
        return keys.isEmpty() ? what : what + link + joined(keys);
    }

    private static String joined(List<Value> keys) {
        return keys.stream().map(Value::toString).collect(Collectors.joining(", "));
    }

    /** What a variable that lowering added is about: {@code K} of {@code K.life}. */
    static String owner(Variable added) {
        return added.name().substring(0, added.name().lastIndexOf('.'));
    }
}
