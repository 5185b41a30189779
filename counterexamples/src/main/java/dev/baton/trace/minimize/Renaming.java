package dev.baton.trace.minimize;

import dev.baton.model.interpreter.Trace;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The same story with the members of an index type called in the order in which they first act. Only where that is a
 * behaviour again that shows the same: the interpreter plays it.
 */
final class Renaming {
    private Renaming() {}

    static Trace of(Stage stage, Trace trace) {
        Trace best = trace;
        for (Type type : stage.interpreter().system().types()) {
            if (type instanceof Type.Index index && index.size() > 1) {
                best = renamed(stage, best, index).orElse(best);
            }
        }
        return best;
    }

    private static Optional<Trace> renamed(Stage stage, Trace trace, Type.Index type) {
        List<Choice> script = Stage.script(trace);
        Map<Value, Value> names = names(script, type);
        List<Choice> renamed = script.stream()
                .map(c -> new Choice(
                        c.action(),
                        c.arguments().stream().map(v -> renamed(v, names)).toList()))
                .toList();
        return renamed.equals(script) ? Optional.empty() : stage.showing(trace.first(), renamed, trace.loop());
    }

    /** Who acts first is the first; then who is chosen first; the others in their order. */
    private static Map<Value, Value> names(List<Choice> script, Type.Index type) {
        Set<Value> order = new LinkedHashSet<>();
        for (Choice choice : script) {
            if (choice.indexed() && of(type, choice.arguments().getFirst())) {
                order.add(choice.arguments().getFirst());
            }
        }
        for (Choice choice : script) {
            choice.arguments().stream().filter(v -> of(type, v)).forEach(order::add);
        }
        for (int i = 0; i < type.size(); i++) {
            order.add(new Value.Member(type, i));
        }
        Map<Value, Value> names = new HashMap<>();
        for (Value value : order) {
            names.put(value, new Value.Member(type, names.size()));
        }
        return names;
    }

    private static boolean of(Type.Index type, Value value) {
        return value instanceof Value.Member m && m.type().name().equals(type.name());
    }

    private static Value renamed(Value value, Map<Value, Value> names) {
        return switch (value) {
            case Value.Member v -> names.getOrDefault(v, v);
            case Value.Struct v -> new Value.Struct(v.type(), renamed(v.fields(), names));
            case Value.Some v -> new Value.Some(renamed(v.value(), names));
            case Value.SetOf v -> Value.SetOf.of(renamed(v.elements(), names));
            case Value.Seq v -> new Value.Seq(renamed(v.elements(), names));
            case Value.Bag v -> new Value.Bag(renamed(v.elements(), names));
            case Value.MapOf v -> v; // no argument is a map
            case Value.Bool v -> v;
            case Value.Int v -> v;
            case Value.EnumMember v -> v;
            case Value.None v -> v;
        };
    }

    private static List<Value> renamed(List<Value> values, Map<Value, Value> names) {
        List<Value> renamed = new ArrayList<>();
        values.forEach(v -> renamed.add(renamed(v, names)));
        return renamed;
    }
}
