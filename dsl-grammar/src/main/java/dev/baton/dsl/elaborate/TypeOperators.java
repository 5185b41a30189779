package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.List;
import java.util.Optional;

/** Operators. The type of an arithmetic one is the range of what it can give. */
final class TypeOperators {
    private final Session session;

    TypeOperators(Session session) {
        this.session = session;
    }

    Expr unary(ExprSyntax.Unary e, Context context) {
        return switch (e.op()) {
            case NOT -> {
                Expr operand = session.expressions.condition(e.operand(), context);
                yield new Expr.Apply(Op.NOT, List.of(operand), Type.BOOL, e.span());
            }
            case NEGATE -> {
                if (e.operand() instanceof ExprSyntax.Int n) {
                    yield new Expr.Literal(Value.of(-n.value()), Type.Range.of(-n.value(), -n.value()), e.span());
                }
                Expr operand = session.expressions.type(e.operand(), context);
                yield operand.type() instanceof Type.Range range
                        ? integer(Op.NEG, List.of(operand), Intervals.negate(range), e.span())
                        : session.expressions.doesNotWork("-", operand.type(), e.span(), Optional.empty());
            }
        };
    }

    Expr binary(ExprSyntax.Binary e, Optional<Type> hint, Context context) {
        return switch (e.op()) {
            case AND -> connective(Op.AND, e, true, context);
            case OR -> connective(Op.OR, e, false, context);
            case IMPLIES -> connective(Op.IMPLIES, e, true, context);
            case EQ -> equality(Op.EQ, e, context);
            case NE -> equality(Op.NE, e, context);
            case LT -> order(Op.LT, e, context);
            case LE -> order(Op.LE, e, context);
            case GT -> order(Op.GT, e, context);
            case GE -> order(Op.GE, e, context);
            case ADD -> arithmetic(Op.ADD, e, context);
            case SUB -> arithmetic(Op.SUB, e, context);
            case MUL -> arithmetic(Op.MUL, e, context);
            case DIV -> arithmetic(Op.DIV, e, context);
            case MOD -> arithmetic(Op.MOD, e, context);
            case IN -> session.expressions.collections.in(e, context);
            case SUBSET -> session.expressions.collections.subset(e, context);
            case UNION -> session.expressions.collections.combine(Op.UNION, e, hint, context);
            case INTERSECT -> session.expressions.collections.combine(Op.INTERSECT, e, hint, context);
            case MINUS -> session.expressions.collections.combine(Op.MINUS, e, hint, context);
            case RANGE -> session.expressions.collections.range(e, context);
        };
    }

    /** @param when what the left side is where the right side counts */
    private Expr connective(Op op, ExprSyntax.Binary e, boolean when, Context context) {
        Expr left = session.expressions.condition(e.left(), context);
        Context inner = context.with(context.facts().where(left, when));
        Expr right = session.expressions.condition(e.right(), inner);
        return new Expr.Apply(op, List.of(left, right), Type.BOOL, e.span());
    }

    private Expr equality(Op op, ExprSyntax.Binary e, Context context) {
        TypeExpressions expressions = session.expressions;
        boolean rightFirst = expressions.needsHint(e.left(), context) && !expressions.needsHint(e.right(), context);
        Expr left;
        Expr right;
        if (rightFirst) {
            right = expressions.type(e.right(), context);
            left = expressions.type(e.left(), Optional.of(right.type()), context);
        } else {
            left = expressions.type(e.left(), context);
            right = expressions.type(e.right(), Optional.of(left.type()), context);
        }
        right = expressions.coerce.fit(left.type(), right, context);
        left = expressions.coerce.fit(right.type(), left, context);
        if (Kinds.join(left.type(), right.type()).isEmpty()) {
            return apart(left.type(), right.type(), e.span());
        }
        return new Expr.Apply(op, List.of(left, right), Type.BOOL, e.span());
    }

    private Expr order(Op op, ExprSyntax.Binary e, Context context) {
        Expr left = session.expressions.type(e.left(), context);
        Expr right = session.expressions.type(e.right(), context);
        for (Expr side : List.of(left, right)) {
            if (!(side.type() instanceof Type.Range)) {
                return session.expressions.doesNotWork(
                        op.symbol(), side.type(), e.span(), Optional.of("only integers have an order"));
            }
        }
        return new Expr.Apply(op, List.of(left, right), Type.BOOL, e.span());
    }

    private Expr arithmetic(Op op, ExprSyntax.Binary e, Context context) {
        Expr left = session.expressions.type(e.left(), context);
        Expr right = session.expressions.type(e.right(), context);
        for (Expr side : List.of(left, right)) {
            if (!(side.type() instanceof Type.Range)) {
                return session.expressions.doesNotWork(op.symbol(), side.type(), e.span(), sets(side.type()));
            }
        }
        Type.Range a = (Type.Range) left.type();
        Type.Range b = (Type.Range) right.type();
        boolean divides = op == Op.DIV || op == Op.MOD;
        if (divides && b.high() <= 0 && !Parametric.is(right)) {
            session.problems.say(
                    Code.B0408, right.span(), "the divisor `" + Coerce.text(right.span()) + "` is never positive");
            return Kinds.unknown(e.span());
        }
        Optional<Type.Range> range = switch (e.op()) {
            case ADD -> Intervals.add(a, b);
            case SUB -> Intervals.subtract(a, b);
            case MUL -> Intervals.multiply(a, b);
            case DIV -> Intervals.divide(a, b);
            case MOD -> Intervals.modulo(a, b);
            case IMPLIES, OR, AND, EQ, NE, LT, LE, GT, GE, IN, SUBSET, UNION, INTERSECT, MINUS, RANGE ->
                throw new IllegalStateException(e.op().text());
        };
        return integer(op, List.of(left, right), range, e.span());
    }

    private Expr integer(Op op, List<Expr> args, Optional<Type.Range> range, Span span) {
        if (range.isEmpty()) {
            session.problems.help(Code.B0405, span, "give narrower ranges to what it is made of", Coerce.text(span));
            return Kinds.unknown(span);
        }
        return new Expr.Apply(op, args, range.get(), span);
    }

    /** Says that two types do not go together. */
    Expr apart(Type left, Type right, Span span) {
        session.problems.say(Code.B0303, span, Kinds.name(left), Kinds.name(right));
        return Kinds.unknown(span);
    }

    private static Optional<String> sets(Type type) {
        return type instanceof Type.SetOf ? Optional.of("sets have `union`, `intersect`, `minus`") : Optional.empty();
    }
}
