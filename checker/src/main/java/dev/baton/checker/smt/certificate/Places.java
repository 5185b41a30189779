package dev.baton.checker.smt.certificate;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.source.Span;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where in a state the leaves of formulas are, as expressions of the language. Goes with {@code encode.Stored}. */
final class Places {

    /**
     * A leaf.
     *
     * @param value the expression; where {@code union} is there, of the union itself
     * @param present when the value is there at all; where it is not the leaf is zero
     * @param union whose variant's number the leaf is
     */
    record Place(Expr value, List<Expr> present, Optional<Type.Union> union) {
        Place {
            present = List.copyOf(present);
        }
    }

    private final Map<String, Place> places = new HashMap<>();

    Places(TransitionSystem system) {
        system.variables().forEach(v -> walk(v.type(), v.name(), Exprs.read(v), List.of()));
    }

    /** @param leaf its name */
    Optional<Place> of(String leaf) {
        return Optional.ofNullable(places.get(leaf));
    }

    private void add(String name, Expr value, List<Expr> present) {
        places.put(name, new Place(value, present, Optional.empty()));
    }

    private static List<Expr> and(List<Expr> present, Expr more) {
        List<Expr> all = new ArrayList<>(present);
        all.add(more);
        return all;
    }

    private void walk(Type type, String name, Expr value, List<Expr> present) {
        switch (type) {
            case Type.Bool _, Type.Range _, Type.Enumeration _, Type.Index _ -> add(name, value, present);
            case Type.Struct t -> fields(t, name, value, present);
            case Type.Union t -> {
                places.put(name + ".is", new Place(value, present, Optional.of(t)));
                for (Type.Struct variant : t.variants()) {
                    fields(
                            variant,
                            name + "." + variant.name(),
                            new Expr.As(value, variant, Span.NONE),
                            and(present, new Expr.Is(value, variant.name(), Span.NONE)));
                }
            }
            case Type.Option t -> {
                Expr some = Exprs.apply(Op.IS_SOME, Type.BOOL, value);
                add(name + "?", some, present);
                walk(t.element(), name + "!", Exprs.apply(Op.UNWRAP, t.element(), value), and(present, some));
            }
            case Type.SetOf t -> {
                for (Value element : Domain.values(t.element())) {
                    Expr in = Exprs.apply(Op.IN, Type.BOOL, Exprs.literal(element, t.element()), value);
                    add(name + "{" + element + "}", in, present);
                }
            }
            case Type.Seq t -> {
                Expr size = Exprs.size(value);
                add(name + ".length", size, present);
                for (int i = 0; i < t.capacity(); i++) {
                    Expr at = Exprs.apply(Op.SEQ_AT, t.element(), value, Exprs.literal(i));
                    Expr there = Exprs.apply(Op.GT, Type.BOOL, size, Exprs.literal(i));
                    walk(t.element(), name + "[" + i + "]", at, and(present, there));
                }
            }
            case Type.Bag t -> {
                for (Value element : Domain.values(t.element())) {
                    Expr count = Exprs.apply(
                            Op.BAG_COUNT, Type.Range.of(0, t.capacity()), value, Exprs.literal(element, t.element()));
                    add(name + "{" + element + "}", count, present);
                }
            }
            case Type.MapOf t -> {
                for (Value key : Domain.values(t.key())) {
                    walk(t.value(), name + "[" + key + "]", Exprs.at(value, Exprs.literal(key, t.key())), present);
                }
            }
        }
    }

    private void fields(Type.Struct type, String name, Expr value, List<Expr> present) {
        for (Type.Field field : type.fields()) {
            walk(
                    field.type(),
                    name + "." + field.name(),
                    new Expr.Get(value, field.name(), field.type(), Span.NONE),
                    present);
        }
    }
}
