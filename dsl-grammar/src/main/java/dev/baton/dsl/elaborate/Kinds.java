package dev.baton.dsl.elaborate;

import dev.baton.model.expr.Expr;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which types go together. Ranges all do: whether a value lies in one is asked when it is stored. {@link #UNKNOWN} is
 * the type of what was wrong already; it goes with everything, so that one mistake is told once.
 */
final class Kinds {
    /** No designer can write this name. */
    static final Type UNKNOWN = new Type.Enumeration("?", List.of());

    private Kinds() {}

    /** Whether nothing in it is {@link #UNKNOWN}. */
    static boolean known(Type type) {
        return switch (type) {
            case Type.Enumeration t -> !t.equals(UNKNOWN);
            case Type.Option t -> known(t.element());
            case Type.SetOf t -> known(t.element());
            case Type.Seq t -> known(t.element());
            case Type.Bag t -> known(t.element());
            case Type.MapOf t -> known(t.key()) && known(t.value());
            case Type.Struct t -> t.fields().stream().allMatch(f -> known(f.type()));
            case Type.Union t -> t.variants().stream().allMatch(Kinds::known);
            case Type.Bool t -> true;
            case Type.Range t -> true;
            case Type.Index t -> true;
        };
    }

    /** Stands for what was wrong. */
    static Expr unknown(Span span) {
        return new Expr.Literal(Value.NONE, UNKNOWN, span);
    }

    /** Whether nothing in an expression was wrong. */
    static boolean sound(Expr expr) {
        return known(expr.type()) && expr.children().stream().allMatch(Kinds::sound);
    }

    /** Whether a value of type {@code actual} may stand, as it is, where {@code expected} is asked for. */
    static boolean accepts(Type expected, Type actual) {
        if (!known(expected) || !known(actual)) {
            return true;
        }
        return switch (expected) {
            case Type.Bool e -> actual instanceof Type.Bool;
            case Type.Range e -> actual instanceof Type.Range;
            case Type.Enumeration e -> actual.equals(e);
            case Type.Index e -> actual instanceof Type.Index a && a.name().equals(e.name());
            case Type.Struct e -> actual instanceof Type.Struct a && a.name().equals(e.name());
            case Type.Union e -> variants(actual).filter(all -> within(e, all)).isPresent();
            case Type.Option e -> actual instanceof Type.Option a && accepts(e.element(), a.element());
            case Type.SetOf e -> actual instanceof Type.SetOf a && accepts(e.element(), a.element());
            case Type.Seq e -> actual instanceof Type.Seq a && accepts(e.element(), a.element());
            case Type.Bag e -> actual instanceof Type.Bag a && accepts(e.element(), a.element());
            case Type.MapOf e ->
                actual instanceof Type.MapOf a && e.key().equals(a.key()) && accepts(e.value(), a.value());
        };
    }

    /** The least type that both go into without change; empty if they are of different kinds. */
    static Optional<Type> join(Type a, Type b) {
        if (!known(a) || !known(b)) {
            return Optional.of(known(a) ? a : b);
        }
        return switch (a) {
            case Type.Range x when b instanceof Type.Range y -> Optional.of(Intervals.join(x, y));
            case Type.Option x
            when b instanceof Type.Option y -> join(x.element(), y.element()).map(Type.Option::new);
            case Type.SetOf x
            when b instanceof Type.SetOf y -> join(x.element(), y.element()).map(Type.SetOf::new);
            case Type.Seq x
            when b instanceof Type.Seq y ->
                join(x.element(), y.element()).map(t -> new Type.Seq(t, Math.max(x.capacity(), y.capacity())));
            case Type.MapOf x
            when b instanceof Type.MapOf y && x.key().equals(y.key()) ->
                join(x.value(), y.value()).map(t -> new Type.MapOf(x.key(), t));
            case Type.Bool x -> either(a, b);
            case Type.Range x -> either(a, b);
            case Type.Enumeration x -> either(a, b);
            case Type.Index x -> either(a, b);
            case Type.Struct x -> either(a, b);
            case Type.Union x -> either(a, b);
            case Type.Option x -> either(a, b);
            case Type.SetOf x -> either(a, b);
            case Type.Seq x -> either(a, b);
            case Type.Bag x -> either(a, b);
            case Type.MapOf x -> either(a, b);
        };
    }

    private static Optional<Type> either(Type a, Type b) {
        if (accepts(a, b)) {
            return Optional.of(a);
        }
        return accepts(b, a) ? Optional.of(b) : Optional.empty();
    }

    /** The structs that a value of a struct or union type may be; empty for other types. */
    static Optional<List<Type.Struct>> variants(Type type) {
        return switch (type) {
            case Type.Struct t -> Optional.of(List.of(t));
            case Type.Union t -> Optional.of(t.variants());
            case Type.Bool t -> Optional.empty();
            case Type.Range t -> Optional.empty();
            case Type.Enumeration t -> Optional.empty();
            case Type.Index t -> Optional.empty();
            case Type.Option t -> Optional.empty();
            case Type.SetOf t -> Optional.empty();
            case Type.Seq t -> Optional.empty();
            case Type.Bag t -> Optional.empty();
            case Type.MapOf t -> Optional.empty();
        };
    }

    private static boolean within(Type.Union outer, List<Type.Struct> inner) {
        return inner.stream().allMatch(v -> outer.variant(v.name()).isPresent());
    }

    /** How a sentence calls a type. */
    static String name(Type type) {
        if (type instanceof Type.Range r && r.low() == r.high()) {
            return r.lo().text();
        }
        return type.toString();
    }

    /** A type and all that it is made of, what is used before what uses it. */
    static List<Type> parts(Type type) {
        List<Type> all = new ArrayList<>();
        parts(type, all);
        return all;
    }

    /** Adds the named types and unions in a type that are not there yet, each after those it uses. */
    static void named(Type type, List<Type> into) {
        for (Type part : parts(type)) {
            boolean isNamed = part instanceof Type.Enumeration
                    || part instanceof Type.Index
                    || part instanceof Type.Struct
                    || part instanceof Type.Union;
            if (isNamed && !into.contains(part)) {
                into.add(part);
            }
        }
    }

    private static void parts(Type type, List<Type> into) {
        switch (type) {
            case Type.Bool t -> {}
            case Type.Range t -> {}
            case Type.Enumeration t -> {}
            case Type.Index t -> {}
            case Type.Struct t -> t.fields().forEach(f -> parts(f.type(), into));
            case Type.Union t -> t.variants().forEach(v -> parts(v, into));
            case Type.Option t -> parts(t.element(), into);
            case Type.SetOf t -> parts(t.element(), into);
            case Type.Seq t -> parts(t.element(), into);
            case Type.Bag t -> parts(t.element(), into);
            case Type.MapOf t -> {
                parts(t.key(), into);
                parts(t.value(), into);
            }
        }
        into.add(type);
    }
}
