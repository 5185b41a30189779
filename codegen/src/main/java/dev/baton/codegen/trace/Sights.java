package dev.baton.codegen.trace;

import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.State;
import dev.baton.model.lowering.ControlPoints;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A state of the model as what can be seen of code that is in it: keys and values of a trace file. */
final class Sights {
    private final Protocol protocol;
    private final ControlPoints control;
    private final TransitionSystem system;
    private final Map<String, Integer> positions = new HashMap<>();

    Sights(Protocol protocol, ControlPoints control, TransitionSystem system) {
        this.protocol = protocol;
        this.control = control;
        this.system = system;
        for (int i = 0; i < system.variables().size(); i++) {
            positions.put(system.variables().get(i).name(), i);
        }
    }

    Value get(State state, Variable variable) {
        return state.get(java.util.Objects.requireNonNull(positions.get(variable.name())));
    }

    /** The value of a member of a variable that has one for each, or the only one. */
    Value of(State state, Variable variable, Type.Index index, int member) {
        Value value = get(state, variable);
        return index.single() ? value : ((Value.MapOf) value).values().get(member);
    }

    Map<String, String> see(State state) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Protocol.Memory m : protocol.variables()) {
            List<String> words = new ArrayList<>();
            Variable v = m.variable();
            words(get(state, v), v.type(), words);
            for (int i = 0; i < words.size(); i++) {
                all.put("memory " + v.name() + " " + i, words.get(i));
            }
        }
        protocol.actors().forEach(a -> actor(state, a, all));
        for (Protocol.Ipi i : protocol.ipis()) {
            for (int k = 0; k < i.target().size(); k++) {
                Value pending = of(state, the(control.pending(), i.name()), i.target(), k);
                all.put("pending " + i.name() + " " + k, count(pending));
                Variable mask = control.masked().get(i.name());
                if (mask != null) {
                    all.put(
                            "masked " + i.name() + " " + k,
                            of(state, mask, i.target(), k).toString());
                }
            }
        }
        protocol.channels().forEach(c -> channel(state, c, all));
        for (Protocol.Resource r : protocol.resources()) {
            List<Value> owners =
                    ((Value.MapOf) get(state, the(control.owners(), r.index().name()))).values();
            for (int i = 0; i < owners.size(); i++) {
                all.put("owner " + r.index().name() + " " + i, owner(owners.get(i)));
            }
        }
        system.variables().stream()
                .filter(v -> v.role() == Variable.Role.BUFFER)
                .forEach(v -> buffer(state, v, all));
        return all;
    }

    /** What is seen in a state, where it is not what was seen in the one before. */
    Map<String, String> changes(State before, State after) {
        Map<String, String> old = see(before);
        Map<String, String> changed = new LinkedHashMap<>();
        see(after).forEach((key, value) -> {
            if (!value.equals(old.get(key))) {
                changed.put(key, value);
            }
        });
        return changed;
    }

    private static String count(Value pending) {
        return pending instanceof Value.Bool b ? (b.value() ? "1" : "0") : pending.toString();
    }

    private static void words(Value value, Type type, List<String> into) {
        if (type instanceof Type.MapOf map) {
            ((Value.MapOf) value).values().forEach(v -> words(v, map.value(), into));
        } else {
            into.add(Long.toString(ValueCodes.code(type, value)));
        }
    }

    private void actor(State state, Actor a, Map<String, String> all) {
        for (int k = 0; k < a.index().size(); k++) {
            String life = life(state, a, k);
            if (control.lives().containsKey(a.name())) {
                all.put("life " + a.name() + " " + k, life);
            }
            for (Variable v : a.variables()) {
                String value =
                        life.equals("HUNG") ? "-" : of(state, v, a.index(), k).toString();
                all.put(
                        "variable " + a.name() + " " + k + " "
                                + v.name().substring(a.name().length() + 1),
                        value);
            }
        }
        for (ControlPoints.Unit unit : control.units()) {
            if (unit.actor().name().equals(a.name())) {
                for (int k = 0; k < a.index().size(); k++) {
                    String place = life(state, a, k).equals("LIVE") ? place(state, unit, k) : "-";
                    all.put("at " + a.name() + " " + k + " " + unit.name(), place);
                }
            }
        }
    }

    String life(State state, Actor a, int member) {
        Variable life = control.lives().get(a.name());
        return life == null
                ? "LIVE"
                : of(state, life, a.index(), member).toString().toUpperCase(Locale.ROOT);
    }

    /** The point at which a task or handler stands; empty if it is at rest. */
    Optional<ControlPoints.Point> point(State state, ControlPoints.Unit unit, int member) {
        if (unit.control().isEmpty()) {
            return unit.handler() ? Optional.empty() : unit.points().stream().findFirst();
        }
        String label =
                of(state, unit.control().get(), unit.actor().index(), member).toString();
        return unit.points().stream().filter(p -> p.label().equals(label)).findFirst();
    }

    private String place(State state, ControlPoints.Unit unit, int member) {
        Optional<ControlPoints.Point> point = point(state, unit, member);
        if (point.isEmpty()) {
            return unit.rest();
        }
        StringBuilder text = new StringBuilder(point.get().original());
        for (ControlPoints.Local local : unit.locals()) {
            if (point.get().locals().contains(local.name())) {
                Value value = of(state, local.variable(), unit.actor().index(), member);
                Value held = local.optional() ? ((Value.Some) value).value() : value;
                tell(text, local.name(), local.type(), held);
            }
        }
        point.get().constants().forEach((name, value) -> tell(text, name, typeOf(value), value));
        return text.toString();
    }

    private static void tell(StringBuilder text, String name, Type type, Value value) {
        text.append(' ').append(name).append('=').append(ValueCodes.code(type, value));
    }

    /** The type of a value that a {@code for} goes through; codes of scalars need no more. */
    private static Type typeOf(Value value) {
        return switch (value) {
            case Value.Bool v -> Type.BOOL;
            case Value.Int v -> Type.Range.of(v.value(), v.value());
            case Value.EnumMember v -> v.type();
            case Value.Member v -> v.type();
            case Value.Struct v -> v.type();
            case Value.None v -> new Type.Option(Type.BOOL);
            case Value.Some v -> new Type.Option(typeOf(v.value()));
            case Value.SetOf v -> throw new IllegalStateException("no type of " + v);
            case Value.Seq v -> throw new IllegalStateException("no type of " + v);
            case Value.Bag v -> throw new IllegalStateException("no type of " + v);
            case Value.MapOf v -> throw new IllegalStateException("no type of " + v);
        };
    }

    /** The messages of a queue in the model: oldest first, or sorted. */
    List<Value> queue(State state, Protocol.Channel c, int from, int to) {
        Value value = get(state, the(control.channels(), c.name()));
        Value row = c.from().single() ? value : ((Value.MapOf) value).values().get(from);
        Value queue = c.to().single() ? row : ((Value.MapOf) row).values().get(to);
        return queue instanceof Value.Bag bag ? bag.elements() : ((Value.Seq) queue).elements();
    }

    private void channel(State state, Protocol.Channel c, Map<String, String> all) {
        for (int from = 0; from < c.from().size(); from++) {
            for (int to = 0; to < c.to().size(); to++) {
                List<Long> codes = new ArrayList<>();
                queue(state, c, from, to).forEach(m -> codes.add(ValueCodes.code(c.element(), m)));
                if (c.kind() == Protocol.Channel.Kind.UNORDERED) {
                    codes.sort(null);
                }
                all.put("queue " + c.name() + " " + from + " " + to, codes.toString());
            }
        }
    }

    private String owner(Value value) {
        if (!(value instanceof Value.Some some)) {
            return "0";
        }
        Value.Struct holder = (Value.Struct) some.value();
        long before = 0;
        for (Actor a : protocol.actors()) {
            if (a.name().equals(holder.type().name())) {
                break;
            }
            before += a.index().size();
        }
        int member =
                holder.fields().isEmpty() ? 0 : ((Value.Member) holder.fields().getFirst()).ordinal();
        return Long.toString(1 + before + member);
    }

    private void buffer(State state, Variable v, Map<String, String> all) {
        String owner = v.name().substring(0, v.name().indexOf('.'));
        if (v.type() instanceof Type.MapOf map) {
            List<Value> keys = Domain.values(map.key());
            List<Value> buffers = ((Value.MapOf) get(state, v)).values();
            for (int i = 0; i < keys.size(); i++) {
                all.put("buffer " + seat(owner, keys.get(i)), stores(buffers.get(i)));
            }
        } else {
            all.put("buffer " + owner + "[0]", stores(get(state, v)));
        }
    }

    /** A seat as one word of a trace file. */
    static String seat(String owner, Value key) {
        return key instanceof Value.Member m ? owner + "[" + m.ordinal() + "]" : "[" + key + "]";
    }

    private String stores(Value buffer) {
        List<String> all = new ArrayList<>();
        for (Value entry : ((Value.Seq) buffer).elements()) {
            Value.Struct store = (Value.Struct) entry;
            Protocol.Memory m = protocol.variables().stream()
                    .filter(x -> store.type()
                            .name()
                            .replaceAll("_+$", "")
                            .equals(x.variable().name().replaceAll("_+$", "")))
                    .findFirst()
                    .orElseThrow();
            long position = 0;
            Type at = m.variable().type();
            int i = 0;
            while (at instanceof Type.MapOf map) {
                position = position * Domain.size(map.key()).longValueExact()
                        + Domain.ordinal(map.key(), store.fields().get(i++));
                at = map.value();
            }
            all.add(m.variable().name() + "[" + position + "]="
                    + ValueCodes.code(at, store.fields().getLast()));
        }
        return all.toString();
    }

    private static <V> V the(Map<String, V> map, String key) {
        return java.util.Objects.requireNonNull(map.get(key), key);
    }
}
