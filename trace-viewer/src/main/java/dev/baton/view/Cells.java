package dev.baton.view;

import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.State;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import dev.baton.trace.Change;
import dev.baton.trace.StateEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The leaves of states: variables, and entries of maps. Of a large map only those that some step changes. */
final class Cells {
    private static final int LARGEST_MAP = 1000;

    private final Protocol protocol;
    private final Lanes lanes;
    private final List<StateEntry> entries = new ArrayList<>();
    private final Map<Key, Integer> numbers = new LinkedHashMap<>();

    private record Key(Variable variable, List<Value> keys) {}

    /** @param changes of all steps */
    Cells(Protocol protocol, TransitionSystem system, Lanes lanes, List<List<Change>> changes) {
        this.protocol = protocol;
        this.lanes = lanes;
        Set<Key> changed = new LinkedHashSet<>();
        changes.forEach(all -> all.forEach(c -> changed.add(new Key(c.variable(), c.keys()))));
        for (int i = 0; i < system.variables().size(); i++) {
            Variable variable = system.variables().get(i);
            if (leaves(variable.type()) <= LARGEST_MAP) {
                all(variable, i, variable.type(), List.of());
            } else {
                int position = i;
                changed.stream()
                        .filter(c -> c.variable.equals(variable))
                        .sorted((a, b) -> compare(a.keys, b.keys))
                        .forEach(c -> add(variable, position, c.keys));
            }
        }
    }

    private static long leaves(Type type) {
        return type instanceof Type.MapOf map
                ? Domain.size(map.key())
                                .min(java.math.BigInteger.valueOf(Domain.LARGEST))
                                .longValue()
                        * leaves(map.value())
                : 1;
    }

    private static int compare(List<Value> a, List<Value> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private void all(Variable variable, int position, Type type, List<Value> keys) {
        if (!(type instanceof Type.MapOf map)) {
            add(variable, position, keys);
            return;
        }
        for (Value key : Domain.values(map.key())) {
            List<Value> longer = new ArrayList<>(keys);
            longer.add(key);
            all(variable, position, map.value(), longer);
        }
    }

    private void add(Variable variable, int position, List<Value> keys) {
        numbers.put(new Key(variable, keys), entries.size());
        entries.add(new StateEntry(variable, position, keys));
    }

    int size() {
        return entries.size();
    }

    /** The cell that a change is of. */
    int of(Change change) {
        Integer number = numbers.get(new Key(change.variable(), change.keys()));
        if (number == null) {
            throw new IllegalStateException("no cell for " + change);
        }
        return number;
    }

    /** A cell's value as traces write it. */
    String text(int cell, State state) {
        return entries.get(cell).value(state);
    }

    List<View.Cell> all() {
        return entries.stream()
                .map(e -> new View.Cell(
                        e.name(),
                        e.variable().name(),
                        e.variable().role().name().toLowerCase(Locale.ROOT),
                        lane(e.variable(), e.keys())))
                .toList();
    }

    private OptionalInt lane(Variable variable, List<Value> keys) {
        String name = variable.name();
        int dot = name.indexOf('.');
        String owner = dot < 0 ? name : name.substring(0, dot);
        return switch (variable.role()) {
            case PRIVATE, LIFE -> lanes.member(label(owner, keys));
            case LOCAL, CONTROL ->
                lanes.of(label(owner, keys), name.substring(dot + 1).split("\\.", 2)[0]);
            case BUFFER -> {
                OptionalInt core = keys.isEmpty() ? lanes.member(owner) : lanes.core(keys.getFirst());
                yield core.isPresent() ? core : lanes.memory();
            }
            case PENDING, MASK -> ipi(owner, keys);
            case CHANNEL -> channel(name, keys);
            case MEMORY -> lanes.memory();
            case BUDGET -> lanes.faults();
            case OWNER, HISTORY, ERROR -> OptionalInt.empty();
        };
    }

    private static String label(String owner, List<Value> keys) {
        return !keys.isEmpty()
                        && keys.getFirst() instanceof Value.Member m
                        && m.type().name().equals(owner)
                ? m.toString()
                : owner;
    }

    private OptionalInt ipi(String name, List<Value> keys) {
        return protocol.ipis().stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .map(i -> lanes.of(
                        keys.isEmpty() ? i.target().name() : keys.getFirst().toString(), name))
                .orElse(OptionalInt.empty());
    }

    /** Of whoever is to receive: the last key, unless there is only one receiver. */
    private OptionalInt channel(String name, List<Value> keys) {
        return protocol.channels().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .map(c -> lanes.member(
                        c.to().single() ? c.to().name() : keys.getLast().toString()))
                .orElse(OptionalInt.empty());
    }
}
