package dev.baton.model.lowering;

import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Rewriter;
import dev.baton.model.expr.Shape;
import dev.baton.model.source.Span;
import dev.baton.model.type.Containment;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What must hold so that an expression has a value (rule 3), in the order of evaluation: {@code and}, {@code or},
 * {@code implies} and {@code if} from left to right and no further than needed; a quantifier asks it of every element.
 * A demand may itself be evaluated only where those before it hold.
 */
final class Definedness {
    private final List<Demand> demands = new ArrayList<>();

    private Definedness() {}

    /** A condition, what goes wrong without it, and where. */
    record Demand(Expr condition, String what, String message, Span span) {}

    static List<Demand> of(Expr e) {
        Definedness pass = new Definedness();
        pass.visit(e, UnaryOperator.identity(), List.of());
        return pass.demands;
    }

    /** That a value lies in the type of the place it is stored in; nothing if that can't fail. */
    static List<Demand> fits(Expr value, Type type, Span span) {
        if (Containment.within(value.type(), type) || constantFits(value, type)) {
            return List.of();
        }
        String what = type instanceof Type.Seq || type instanceof Type.Bag
                ? "sequence too long or out of range"
                : "out of range";
        String text = "`" + Sites.quote(span) + "` takes a value outside `" + type + "`";
        return List.of(new Demand(new Expr.Fits(value, type, span), "`" + Sites.quote(span) + "` " + what, text, span));
    }

    private static boolean constantFits(Expr value, Type type) {
        return (value instanceof Expr.Literal l && dev.baton.model.value.Domain.contains(type, l.value()))
                || (value instanceof Expr.Constant c && dev.baton.model.value.Domain.contains(type, c.value()));
    }

    private void demand(Expr condition, UnaryOperator<Expr> context, List<Expr> facts, String what, Span span) {
        if (Exprs.isTrue(condition) || facts.contains(plain(condition))) {
            return;
        }
        Expr whole = context.apply(condition);
        if (!Exprs.isTrue(whole)) {
            demands.add(new Demand(
                    whole, "`" + Sites.quote(span) + "`: " + what, "`" + Sites.quote(span) + "`: " + what, span));
        }
    }

    private void visit(Expr e, UnaryOperator<Expr> context, List<Expr> facts) {
        switch (e) {
            case Expr.Literal x -> {}
            case Expr.Constant x -> {}
            case Expr.Read x -> {}
            case Expr.Local x -> {}
            case Expr.Domain x -> {}
            case Expr.Apply x -> apply(x, context, facts);
            case Expr.If x -> {
                visit(x.condition(), context, facts);
                visit(x.then(), c -> context.apply(Exprs.implies(x.condition(), c)), with(facts, x.condition()));
                Expr no = Exprs.not(x.condition());
                visit(x.otherwise(), c -> context.apply(Exprs.implies(no, c)), with(facts, no));
            }
            case Expr.Let x -> {
                visit(x.value(), context, facts);
                visit(x.body(), c -> context.apply(let(x.name(), x.value(), c)), without(facts, x.name()));
            }
            case Expr.Quantified x -> quantified(x, context, facts);
            case Expr.Call x -> {
                x.args().forEach(a -> visit(a, context, facts));
                visit(Rewriter.inline(x), context, facts);
            }
            case Expr.Get x -> visit(x.target(), context, facts);
            case Expr.Make x -> x.children().forEach(c -> visit(c, context, facts));
            case Expr.With x -> x.children().forEach(c -> visit(c, context, facts));
            case Expr.Is x -> visit(x.target(), context, facts);
            case Expr.As x -> visit(x.target(), context, facts);
            case Expr.Fits x -> visit(x.target(), context, facts);
            case Expr.Query x -> x.args().forEach(a -> visit(a, context, facts));
        }
        fields(e, context, facts);
    }

    /** Fields of records take values of their types only. */
    private void fields(Expr e, UnaryOperator<Expr> context, List<Expr> facts) {
        switch (e) {
            case Expr.Make x -> {
                for (int i = 0; i < x.fields().size(); i++) {
                    Type.Field field = x.type().fields().get(i);
                    field(x.fields().get(i), field, x.span(), context, facts);
                }
            }
            case Expr.With x -> {
                if (x.base().type() instanceof Type.Struct struct) {
                    x.changes()
                            .forEach(c -> struct.field(c.field())
                                    .ifPresent(f -> field(c.value(), f, x.span(), context, facts)));
                }
            }
            case Expr.Call x -> {
                for (int i = 0; i < x.args().size(); i++) {
                    Definition.Parameter p = x.definition().parameters().get(i);
                    field(x.args().get(i), new Type.Field(p.name(), p.type()), x.span(), context, facts);
                }
                Type.Field result =
                        new Type.Field(x.definition().name(), x.definition().result());
                field(Rewriter.inline(x), result, x.span(), context, facts);
            }
            case Expr.Literal x -> {}
            case Expr.Constant x -> {}
            case Expr.Read x -> {}
            case Expr.Local x -> {}
            case Expr.Domain x -> {}
            case Expr.Apply x -> {}
            case Expr.If x -> {}
            case Expr.Let x -> {}
            case Expr.Quantified x -> {}
            case Expr.Get x -> {}
            case Expr.Is x -> {}
            case Expr.As x -> {}
            case Expr.Fits x -> {}
            case Expr.Query x -> {}
        }
    }

    private void field(Expr value, Type.Field field, Span span, UnaryOperator<Expr> context, List<Expr> facts) {
        if (!Containment.within(value.type(), field.type()) && !constantFits(value, field.type())) {
            String what = "`" + field.name() + "` outside `" + field.type() + "`";
            demand(new Expr.Fits(value, field.type(), span), context, facts, what, span);
        }
    }

    private void quantified(Expr.Quantified x, UnaryOperator<Expr> context, List<Expr> facts) {
        visit(x.binder().domain(), context, facts);
        visit(
                x.body(),
                c -> context.apply(new Expr.Quantified(Quantifier.FORALL, x.binder(), c, Type.BOOL, Span.NONE)),
                without(facts, x.binder().name()));
        switch (x.kind()) {
            case MIN, MAX -> {
                Expr some = Exprs.apply(Op.GT, Type.BOOL, Exprs.size(x.binder().domain()), Exprs.literal(0));
                boolean full = x.binder().domain() instanceof Expr.Domain;
                demand(full ? Expr.TRUE : some, context, facts, "nothing to choose from", x.span());
            }
            case FORALL, EXISTS, COUNT, SUM, FILTER, IMAGE, MAP -> {}
        }
    }

    private void apply(Expr.Apply x, UnaryOperator<Expr> context, List<Expr> facts) {
        switch (x.op()) {
            case AND -> {
                visit(x.arg(0), context, facts);
                visit(x.arg(1), c -> context.apply(Exprs.implies(x.arg(0), c)), with(facts, x.arg(0)));
            }
            case OR -> {
                visit(x.arg(0), context, facts);
                Expr no = Exprs.not(x.arg(0));
                visit(x.arg(1), c -> context.apply(Exprs.implies(no, c)), with(facts, no));
            }
            case IMPLIES -> {
                visit(x.arg(0), context, facts);
                visit(x.arg(1), c -> context.apply(Exprs.implies(x.arg(0), c)), with(facts, x.arg(0)));
            }
            case AT -> {
                operands(x, context, facts);
                key(x.arg(0), x.arg(1), context, facts, x.span());
            }
            case PUT -> {
                operands(x, context, facts);
                key(x.arg(0), x.arg(1), context, facts, x.span());
            }
            case DIV, MOD -> {
                operands(x, context, facts);
                boolean positive = x.arg(1).type() instanceof Type.Range r && r.low() > 0;
                Expr condition = Exprs.apply(Op.GT, Type.BOOL, x.arg(1), Exprs.literal(0));
                demand(positive ? Expr.TRUE : condition, context, facts, "divisor is not positive", x.span());
            }
            case SEQ_AT, SEQ_PUT, REMOVE_AT -> {
                operands(x, context, facts);
                demand(position(x.arg(0), x.arg(1), Op.LT), context, facts, "no such position", x.span());
            }
            case INSERT_AT -> {
                operands(x, context, facts);
                demand(position(x.arg(0), x.arg(1), Op.LE), context, facts, "no such position", x.span());
            }
            case FIRST, LAST, DROP -> {
                operands(x, context, facts);
                Expr some = Exprs.apply(Op.GT, Type.BOOL, Exprs.size(x.arg(0)), Exprs.literal(0));
                demand(some, context, facts, "empty sequence", x.span());
            }
            case UNWRAP -> {
                operands(x, context, facts);
                boolean there = x.arg(0) instanceof Expr.Apply a && a.op() == Op.SOME;
                Expr some = Exprs.apply(Op.IS_SOME, Type.BOOL, x.arg(0));
                demand(there ? Expr.TRUE : some, context, facts, "reads none", x.span());
            }
            case BAG_REMOVE -> {
                operands(x, context, facts);
                Expr count = Exprs.apply(Op.BAG_COUNT, Type.Range.of(0, Integer.MAX_VALUE), x.arg(0), x.arg(1));
                demand(Exprs.apply(Op.GT, Type.BOOL, count, Exprs.literal(0)), context, facts, "not there", x.span());
            }
            case MEMBER -> {
                operands(x, context, facts);
                Type.Index index = (Type.Index) x.type();
                Type members = Type.Range.of(0, index.size() - 1);
                boolean safe = Containment.within(x.arg(0).type(), members);
                Expr condition = new Expr.Fits(x.arg(0), members, x.span());
                demand(safe ? Expr.TRUE : condition, context, facts, "no such member of `" + index + "`", x.span());
            }
            case NOT,
                    EQ,
                    NE,
                    LT,
                    LE,
                    GT,
                    GE,
                    ADD,
                    SUB,
                    MUL,
                    NEG,
                    SET,
                    RANGE,
                    IN,
                    SUBSET,
                    UNION,
                    INTERSECT,
                    MINUS,
                    SIZE,
                    SEQ,
                    APPEND,
                    SOME,
                    IS_SOME,
                    IS_NONE,
                    BAG_ADD,
                    BAG_COUNT,
                    BAG_MEMBERS,
                    ORD -> operands(x, context, facts);
        }
    }

    private void operands(Expr.Apply x, UnaryOperator<Expr> context, List<Expr> facts) {
        x.args().forEach(a -> visit(a, context, facts));
    }

    private void key(Expr map, Expr key, UnaryOperator<Expr> context, List<Expr> facts, Span span) {
        Type keys = ((Type.MapOf) map.type()).key();
        if (!Containment.within(key.type(), keys) && !constantFits(key, keys)) {
            demand(new Expr.Fits(key, keys, span), context, facts, "key outside `" + keys + "`", span);
        }
    }

    /** {@code 0 <= at} and {@code at < size} (or {@code <=}). */
    static Expr position(Expr seq, Expr at, Op below) {
        boolean natural = at.type() instanceof Type.Range r && r.low() >= 0;
        Expr low = natural ? Expr.TRUE : Exprs.apply(Op.GE, Type.BOOL, at, Exprs.literal(0));
        return Exprs.and(low, Exprs.apply(below, Type.BOOL, at, Exprs.size(seq)));
    }

    static Expr let(String name, Expr value, Expr body) {
        return mentions(body, name) ? new Expr.Let(name, value, body, Span.NONE) : body;
    }

    private static List<Expr> with(List<Expr> facts, Expr fact) {
        List<Expr> more = new ArrayList<>(facts);
        conjuncts(fact, more);
        return more;
    }

    /** Those that are not about a local of this name, which is another one from here on. */
    private static List<Expr> without(List<Expr> facts, String name) {
        return facts.stream().filter(fact -> !mentions(fact, name)).toList();
    }

    private static boolean mentions(Expr e, String name) {
        return (e instanceof Expr.Local local && local.name().equals(name))
                || e.children().stream().anyMatch(child -> mentions(child, name));
    }

    private static void conjuncts(Expr fact, List<Expr> into) {
        if (fact instanceof Expr.Apply a && a.op() == Op.AND) {
            a.args().forEach(x -> conjuncts(x, into));
        } else if (fact instanceof Expr.Call call) {
            conjuncts(Rewriter.inline(call), into);
        } else if (!(fact instanceof Expr.Literal l && l.value().equals(Value.TRUE))) {
            into.add(plain(fact));
        }
    }

    /** The same for all expressions that say the same, wherever they stand and however their numbers are typed. */
    private static Expr plain(Expr e) {
        return Shape.bare(sized(e));
    }

    private static Expr sized(Expr e) {
        Expr inner = e.mapChildren(Definedness::sized);
        if (inner instanceof Expr.Apply a && a.op() == Op.SIZE) {
            return Exprs.size(a.arg(0));
        }
        return inner instanceof Expr.Literal literal && literal.value() instanceof Value.Int number
                ? Exprs.literal(number.value())
                : inner;
    }
}
