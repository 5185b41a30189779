package dev.baton.checker.tla;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Action;
import dev.baton.model.system.Fairness;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a system makes use of: a look at all its expressions and types before anything is named or written. */
final class Survey {
    private final Set<Op> ops = EnumSet.noneOf(Op.class);
    private final Set<Quantifier> quantifiers = EnumSet.noneOf(Quantifier.class);
    private final Map<TypeName, Type> namedTypes = new LinkedHashMap<>();
    private final Map<String, Expr.Constant> constants = new LinkedHashMap<>();
    private final Set<String> singledOut = new HashSet<>();
    private boolean nestedSequences;
    private boolean nestedBags;

    private Survey() {}

    /** A struct and an index type may have one name: the holders of a resource are called as the kernels are. */
    record TypeName(Class<? extends Type> kind, String name) {
        static TypeName of(Type type) {
            return new TypeName(type.getClass(), type.toString());
        }
    }

    static Survey of(TransitionSystem system) {
        Survey survey = new Survey();
        system.types().forEach(survey::type);
        system.variables().forEach(v -> survey.type(v.type()));
        roots(system).forEach(survey::expression);
        system.definitions().forEach(d -> {
            survey.type(d.result());
            d.parameters().forEach(p -> survey.type(p.type()));
        });
        return survey;
    }

    /** Every expression that stands in the module by itself. Arrows are for traces and not among them. */
    static List<Expr> roots(TransitionSystem system) {
        List<Expr> roots = new ArrayList<>();
        system.variables().stream().map(Variable::init).forEach(roots::add);
        system.definitions().stream().map(Definition::body).forEach(roots::add);
        system.actions().stream().map(Action::expressions).forEach(roots::addAll);
        for (Fairness unit : system.fairness()) {
            unit.actor().map(Binder::domain).ifPresent(roots::add);
        }
        for (Property property : system.properties()) {
            property.binders().stream().map(Binder::domain).forEach(roots::add);
            roots.add(property.left());
            property.right().ifPresent(roots::add);
        }
        system.terminal().ifPresent(roots::add);
        return roots;
    }

    boolean uses(Op op) {
        return ops.contains(op);
    }

    boolean uses(Quantifier quantifier) {
        return quantifiers.contains(quantifier);
    }

    /** Enumerations, index types, structs and unions, each after those it is made of. */
    List<Type> namedTypes() {
        return List.copyOf(namedTypes.values());
    }

    /** The constants that expressions name, in order of their first use. */
    List<Expr.Constant> constants() {
        return List.copyOf(constants.values());
    }

    /** Whether something tells the members of an index type apart by number. */
    boolean singledOut(Type.Index index) {
        return singledOut.contains(index.name());
    }

    /** Whether a sequence lies inside a set, option, struct or other sequence. */
    boolean nestedSequences() {
        return nestedSequences;
    }

    /** The same for bags. */
    boolean nestedBags() {
        return nestedBags;
    }

    private void type(Type type) {
        switch (type) {
            case Type.Bool t -> {}
            case Type.Range t -> {}
            case Type.Enumeration t -> namedTypes.putIfAbsent(TypeName.of(t), t);
            case Type.Index t -> namedTypes.putIfAbsent(TypeName.of(t), t);
            case Type.Struct t -> {
                t.fields().forEach(f -> part(f.type()));
                namedTypes.putIfAbsent(TypeName.of(t), t);
            }
            case Type.Union t -> {
                t.variants().forEach(this::type);
                namedTypes.putIfAbsent(TypeName.of(t), t);
            }
            case Type.Option t -> part(t.element());
            case Type.SetOf t -> part(t.element());
            case Type.Seq t -> part(t.element());
            case Type.Bag t -> part(t.element());
            case Type.MapOf t -> {
                type(t.key());
                type(t.value());
            }
        }
    }

    private void part(Type type) {
        type(type);
        Type inner = type;
        while (inner instanceof Type.MapOf map) {
            inner = map.value();
        }
        nestedSequences |= inner instanceof Type.Seq;
        nestedBags |= inner instanceof Type.Bag;
    }

    private void expression(Expr expr) {
        type(expr.type());
        switch (expr) {
            case Expr.Literal e -> value(e.value());
            case Expr.Constant e -> {
                constants.putIfAbsent(e.name(), e);
                value(e.value());
            }
            case Expr.Apply e -> {
                ops.add(e.op());
                if (e.op() == Op.ORD) {
                    singleOut(e.arg(0).type());
                }
                if (e.op() == Op.MEMBER) {
                    singleOut(e.type());
                }
            }
            case Expr.Quantified e -> quantifiers.add(e.kind());
            case Expr.Domain e -> type(e.element());
            case Expr.Fits e -> type(e.range());
            case Expr.As e -> type(e.type());
            case Expr.Read e -> {}
            case Expr.Local e -> {}
            case Expr.Get e -> {}
            case Expr.Make e -> {}
            case Expr.With e -> {}
            case Expr.If e -> {}
            case Expr.Let e -> {}
            case Expr.Is e -> {}
            case Expr.Call e -> {}
            case Expr.Query e -> throw new IllegalStateException("lowering left a question: " + e.question());
        }
        expr.children().forEach(this::expression);
    }

    private void singleOut(Type type) {
        if (type instanceof Type.Index index) {
            singledOut.add(index.name());
        }
    }

    private void value(Value value) {
        switch (value) {
            case Value.Bool v -> {}
            case Value.Int v -> {}
            case Value.EnumMember v -> type(v.type());
            case Value.Member v -> singleOut(v.type());
            case Value.Struct v -> v.fields().forEach(this::value);
            case Value.None v -> {}
            case Value.Some v -> value(v.value());
            case Value.SetOf v -> v.elements().forEach(this::value);
            case Value.Seq v -> v.elements().forEach(this::value);
            case Value.Bag v -> v.elements().forEach(this::value);
            case Value.MapOf v -> {
                v.values().forEach(this::value);
                if (v.values().stream().distinct().count() > 1) {
                    singleOut(v.key());
                }
            }
        }
    }
}
