package dev.baton.model.type;

import java.util.ArrayList;
import java.util.List;

/** The least type that has the values of two types, which have the same kind of values. */
public final class Join {
    private Join() {}

    public static Type of(Type a, Type b) {
        if (a.equals(b)) {
            return a;
        }
        return switch (a) {
            case Type.Bool x -> x;
            case Type.Enumeration x -> x;
            case Type.Range x -> {
                Type.Range y = (Type.Range) b;
                yield new Type.Range(Bound.of(Math.min(x.low(), y.low())), Bound.of(Math.max(x.high(), y.high())));
            }
            case Type.Index x -> x.size() >= ((Type.Index) b).size() ? x : b;
            case Type.Option x -> new Type.Option(of(x.element(), ((Type.Option) b).element()));
            case Type.SetOf x -> new Type.SetOf(of(x.element(), ((Type.SetOf) b).element()));
            case Type.Seq x -> {
                Type.Seq y = (Type.Seq) b;
                yield new Type.Seq(of(x.element(), y.element()), Math.max(x.capacity(), y.capacity()));
            }
            case Type.Bag x -> {
                Type.Bag y = (Type.Bag) b;
                yield new Type.Bag(of(x.element(), y.element()), Math.max(x.capacity(), y.capacity()));
            }
            case Type.MapOf x -> new Type.MapOf(x.key(), of(x.value(), ((Type.MapOf) b).value()));
            case Type.Struct x -> b instanceof Type.Struct y && y.name().equals(x.name()) ? x : union(a, b);
            case Type.Union x -> union(a, b);
        };
    }

    private static Type union(Type a, Type b) {
        List<Type.Struct> all = new ArrayList<>(variants(a));
        for (Type.Struct variant : variants(b)) {
            if (all.stream().noneMatch(v -> v.name().equals(variant.name()))) {
                all.add(variant);
            }
        }
        if (a instanceof Type.Union u && all.size() == u.variants().size()) {
            return u;
        }
        if (b instanceof Type.Union u && all.size() == u.variants().size()) {
            return u;
        }
        return new Type.Union("one of several", all);
    }

    private static List<Type.Struct> variants(Type type) {
        return type instanceof Type.Union union ? union.variants() : List.of((Type.Struct) type);
    }
}
