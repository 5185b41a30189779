package dev.baton.model.lowering;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Shape;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the index types whose members nothing tells apart: no member by name, no number, no order among members. */
final class Symmetry {
    private final Set<String> singled = new HashSet<>();

    private Symmetry() {}

    static TransitionSystem infer(TransitionSystem s) {
        Symmetry pass = new Symmetry();
        expressions(s).forEach(e -> Shape.visit(e, pass::see));
        List<Type.Index> symmetric = new ArrayList<>();
        for (Type t : s.types()) {
            if (t instanceof Type.Index index && index.size() > 1 && !pass.singled.contains(index.name())) {
                symmetric.add(index);
            }
        }
        return new TransitionSystem(
                s.name(),
                s.doc(),
                s.source(),
                s.parameters(),
                s.types(),
                s.definitions(),
                s.variables(),
                s.actions(),
                s.fairness(),
                s.properties(),
                s.terminal(),
                symmetric,
                s.error(),
                s.coverables());
    }

    private static List<Expr> expressions(TransitionSystem s) {
        List<Expr> all = new ArrayList<>();
        s.definitions().forEach(d -> all.add(d.body()));
        s.variables().forEach(v -> all.add(v.init()));
        s.actions().forEach(a -> all.addAll(a.expressions()));
        s.properties().forEach(p -> {
            p.binders().forEach(b -> all.add(b.domain()));
            all.add(p.left());
            p.right().ifPresent(all::add);
        });
        s.terminal().ifPresent(all::add);
        return all;
    }

    private void see(Expr e) {
        switch (e) {
            case Expr.Literal x -> value(x.value());
            case Expr.Constant x -> value(x.value());
            case Expr.Apply x -> {
                if (x.op() == Op.ORD && x.arg(0).type() instanceof Type.Index index) {
                    singled.add(index.name());
                }
                if (x.op() == Op.MEMBER && x.type() instanceof Type.Index index) {
                    singled.add(index.name());
                }
            }
            case Expr.Read x -> {}
            case Expr.Local x -> {}
            case Expr.Get x -> {}
            case Expr.Make x -> {}
            case Expr.With x -> {}
            case Expr.If x -> {}
            case Expr.Let x -> {}
            case Expr.Quantified x -> {}
            case Expr.Domain x -> {}
            case Expr.Is x -> {}
            case Expr.As x -> {}
            case Expr.Fits x -> fits(x.target().type(), x.range());
            case Expr.Call x -> {}
            case Expr.Query x -> {}
        }
    }

    /** A check against fewer members than the type has tells them apart. */
    private void fits(Type whole, Type part) {
        if (whole instanceof Type.Index w && part instanceof Type.Index p && p.size() < w.size()) {
            singled.add(w.name());
        }
    }

    private void value(Value value) {
        switch (value) {
            case Value.Member v -> singled.add(v.type().name());
            case Value.Struct v -> v.fields().forEach(this::value);
            case Value.Some v -> value(v.value());
            case Value.SetOf v -> v.elements().forEach(this::value);
            case Value.Seq v -> v.elements().forEach(this::value);
            case Value.Bag v -> v.elements().forEach(this::value);
            case Value.MapOf v -> v.values().forEach(this::value);
            case Value.Bool v -> {}
            case Value.Int v -> {}
            case Value.EnumMember v -> {}
            case Value.None v -> {}
        }
    }
}
