package dev.baton.model.lowering;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.protocol.Place;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import java.util.List;

/** Reading and changing what lies at the end of a path within a value. */
final class Places {
    private Places() {}

    /** The value at a path. */
    static Expr get(Expr root, List<Place.Step> path) {
        Expr at = root;
        for (Place.Step step : path) {
            at = child(at, step);
        }
        return at;
    }

    /** The root with the value at a path changed. */
    static Expr put(Expr root, List<Place.Step> path, Expr value) {
        if (path.isEmpty()) {
            return value;
        }
        Place.Step step = path.getFirst();
        Expr inner = put(child(root, step), path.subList(1, path.size()), value);
        return switch (step) {
            case Place.Key key ->
                root.type() instanceof Type.MapOf
                        ? Exprs.put(root, key.key(), inner)
                        : Exprs.apply(Op.SEQ_PUT, root.type(), root, key.key(), inner);
            case Place.Field field -> new Expr.With(root, List.of(new Expr.FieldValue(field.name(), inner)), Span.NONE);
        };
    }

    private static Expr child(Expr root, Place.Step step) {
        return switch (step) {
            case Place.Key key ->
                root.type() instanceof Type.Seq seq
                        ? Exprs.apply(Op.SEQ_AT, seq.element(), root, key.key())
                        : Exprs.at(root, key.key());
            case Place.Field field ->
                new Expr.Get(
                        root,
                        field.name(),
                        ((Type.Struct) root.type())
                                .field(field.name())
                                .orElseThrow()
                                .type(),
                        Span.NONE);
        };
    }

    /** The type of what a step leads to. */
    static Type childType(Type root, Place.Step step) {
        return switch (step) {
            case Place.Key key -> root instanceof Type.MapOf map ? map.value() : ((Type.Seq) root).element();
            case Place.Field field ->
                ((Type.Struct) root).field(field.name()).orElseThrow().type();
        };
    }
}
