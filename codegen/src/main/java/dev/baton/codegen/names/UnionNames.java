package dev.baton.codegen.names;

import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.type.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Unions have no names of their own: they are called after what holds them first. */
public final class UnionNames {
    private final Map<String, String> wishes = new LinkedHashMap<>();

    UnionNames(Protocol protocol) {
        protocol.channels().forEach(c -> add(c.element(), Identifiers.pascal(c.name()) + "Message"));
        protocol.variables()
                .forEach(m ->
                        add(m.variable().type(), Identifiers.pascal(m.variable().name())));
        for (Actor a : protocol.actors()) {
            a.variables().forEach(v -> add(v.type(), Identifiers.pascal(ProtocolNames.local(v))));
        }
        for (Type t : protocol.types()) {
            add(t, "");
        }
    }

    /** The same for unions of the same variants. */
    static String key(Type.Union union) {
        return union.variants().stream().map(Type.Struct::name).sorted().collect(Collectors.joining(" | "));
    }

    /** What a union is called that nothing declared holds. */
    static String joined(Type.Union union) {
        return union.variants().stream().map(Type.Struct::name).sorted().collect(Collectors.joining("Or"));
    }

    /** What each union would best be called, by its key. */
    Map<String, String> wishes() {
        return wishes;
    }

    private void add(Type type, String wish) {
        switch (type) {
            case Type.Union u -> {
                wishes.putIfAbsent(key(u), wish.isEmpty() ? joined(u) : wish);
                u.variants().forEach(v -> add(v, ""));
            }
            case Type.Struct s -> s.fields().forEach(f -> add(f.type(), Identifiers.pascal(f.name())));
            case Type.Option o -> add(o.element(), wish);
            case Type.SetOf s -> add(s.element(), wish);
            case Type.Seq s -> add(s.element(), wish);
            case Type.Bag b -> add(b.element(), wish);
            case Type.MapOf m -> List.of(m.key(), m.value()).forEach(t -> add(t, wish));
            case Type.Bool b -> {}
            case Type.Range r -> {}
            case Type.Enumeration e -> {}
            case Type.Index i -> {}
        }
    }
}
