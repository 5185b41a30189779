package dev.baton.model.expr;

import dev.baton.model.type.Type;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Expressions as Baton text on one line, with no more parentheses than needed. What only lowering makes (bags, changed
 * maps, {@code let}) and Baton has no text for is written as a call, or as {@code let x = e in body}.
 */
public final class ExprPrinter {
    private ExprPrinter() {}

    public static String print(Expr expr) {
        return text(expr, Precedence.OPEN, true);
    }

    /**
     * @param loosest what binds more loosely than this is put in parentheses
     * @param last whether nothing follows that a quantifier at the end would swallow
     */
    private static String text(Expr expr, Precedence loosest, boolean last) {
        Precedence own = Precedence.of(expr);
        boolean reachesOver = own == Precedence.OPEN && last && loosest.compareTo(Precedence.NOT) <= 0;
        boolean parentheses = own.compareTo(loosest) < 0 && !reachesOver;
        return parentheses ? "(" + bare(expr, true) + ")" : bare(expr, last);
    }

    private static String bare(Expr expr, boolean last) {
        return switch (expr) {
            case Expr.Literal e -> e.value().toString();
            case Expr.Constant e -> e.name();
            case Expr.Read e -> e.variable().name() + (e.primed() ? "'" : "");
            case Expr.Local e -> e.name();
            case Expr.Apply e -> apply(e, last);
            case Expr.Get e -> tight(e.target()) + "." + e.field();
            case Expr.Make e -> make(e);
            case Expr.With e ->
                tight(e.base())
                        + e.changes().stream()
                                .map(change -> change.field() + " = " + print(change.value()))
                                .collect(Collectors.joining(", ", " with { ", " }"));
            case Expr.If e ->
                "if " + print(e.condition()) + " then " + print(e.then()) + " else "
                        + text(e.otherwise(), Precedence.OPEN, last);
            case Expr.Let e ->
                "let " + e.name() + " = " + print(e.value()) + " in " + text(e.body(), Precedence.OPEN, last);
            case Expr.Quantified e -> quantified(e, last);
            case Expr.Domain e -> all(e.element());
            case Expr.Is e -> operand(e.target()) + " is " + e.variant();
            case Expr.As e -> bare(e.target(), last);
            case Expr.Fits e -> operand(e.target()) + " in " + all(e.range());
            case Expr.Call e -> call(e.definition().name(), e.args());
            case Expr.Query e -> QuestionPrinter.print(e);
        };
    }

    private static String apply(Expr.Apply e, boolean last) {
        return switch (e.op()) {
            case NOT -> "not " + text(e.arg(0), Precedence.NOT, last);
            case AND -> infix(e, Precedence.AND, Precedence.AND, last);
            case OR -> infix(e, Precedence.OR, Precedence.OR, last);
            case IMPLIES -> infix(e, Precedence.OR, Precedence.IMPLIES, last);
            case EQ, NE, LT, LE, GT, GE, IN, SUBSET -> infix(e, Precedence.SETS, Precedence.SETS, last);
            case RANGE -> text(e.arg(0), Precedence.SUM, false) + ".." + text(e.arg(1), Precedence.SUM, last);
            case UNION, INTERSECT, MINUS -> infix(e, Precedence.SETS, Precedence.RANGE, last);
            case ADD, SUB -> infix(e, Precedence.SUM, Precedence.PRODUCT, last);
            case MUL, DIV, MOD -> infix(e, Precedence.PRODUCT, Precedence.NEGATION, last);
            case NEG -> "-" + tight(e.arg(0));
            case AT -> at(e);
            case SEQ_AT -> tight(e.arg(0)) + "[" + print(e.arg(1)) + "]";
            case SET -> list("{", e.args(), "}");
            case SEQ -> list("[", e.args(), "]");
            case UNWRAP -> tight(e.arg(0)) + "!";
            case IS_SOME, IS_NONE -> operand(e.arg(0)) + " " + e.op().symbol();
            case SIZE -> call(e.arg(0).type() instanceof Type.Seq ? "len" : "size", e.args());
            case MEMBER -> call(e.type().toString(), e.args());
            case PUT,
                    SEQ_PUT,
                    FIRST,
                    LAST,
                    APPEND,
                    DROP,
                    REMOVE_AT,
                    INSERT_AT,
                    SOME,
                    BAG_ADD,
                    BAG_REMOVE,
                    BAG_COUNT,
                    BAG_MEMBERS,
                    ORD -> call(e.op().symbol(), e.args());
        };
    }

    /**
     * {@code map[key]}; a private variable of an indexed actor is {@code key.variable}, and {@code variable} of self.
     */
    private static String at(Expr.Apply e) {
        String key = print(e.arg(1));
        if (e.arg(0) instanceof Expr.Read read && ofIndexedActor(read.variable())) {
            String name = read.variable().name();
            boolean self = key.equals("self");
            // A local is called after its task too, and by the task's own text without it.
            int dot = self && read.variable().role() == Variable.Role.LOCAL ? name.lastIndexOf('.') : name.indexOf('.');
            String own = name.substring(dot + 1) + (read.primed() ? "'" : "");
            return self ? own : tight(e.arg(1)) + "." + own;
        }
        return tight(e.arg(0)) + "[" + key + "]";
    }

    /** An indexed actor's variables are maps from its members, and called after it: {@code Spawn.sent}. */
    private static boolean ofIndexedActor(Variable variable) {
        return (variable.role() == Variable.Role.PRIVATE || variable.role() == Variable.Role.LOCAL)
                && variable.type() instanceof Type.MapOf map
                && map.key() instanceof Type.Index actor
                && !actor.single()
                && variable.name().startsWith(actor.name() + ".");
    }

    /** All operands, however many: connectives may have more than two, or (nothing left of them) fewer. */
    private static String infix(Expr.Apply e, Precedence first, Precedence rest, boolean last) {
        int n = e.args().size();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < n; i++) {
            out.append(i == 0 ? "" : " " + e.op().symbol() + " ");
            out.append(text(e.arg(i), i == 0 ? first : rest, last && i == n - 1));
        }
        return n == 0 ? Boolean.toString(e.op() == Op.AND) : out.toString();
    }

    private static String quantified(Expr.Quantified e, boolean last) {
        String in = e.binder().name() + " in " + domain(e.binder().domain());
        String word = e.kind().word();
        return switch (e.kind()) {
            case FORALL, EXISTS, COUNT, SUM, MIN, MAX -> word + " " + in + ": " + text(e.body(), Precedence.OPEN, last);
            case FILTER -> "{ " + in + " " + word + " " + print(e.body()) + " }";
            case IMAGE -> "{ " + print(e.body()) + " " + word + " " + in + " }";
            case MAP -> "[" + in + ": " + print(e.body()) + "]";
        };
    }

    /** What a name ranges over: a named type by its name alone. */
    private static String domain(Expr set) {
        return set instanceof Expr.Domain all && named(all.element())
                ? all.element().toString()
                : text(set, Precedence.SETS, false);
    }

    private static boolean named(Type type) {
        return switch (type) {
            case Type.Bool t -> true;
            case Type.Enumeration t -> true;
            case Type.Index t -> true;
            case Type.Struct t -> true;
            case Type.Union t -> true;
            case Type.Range t -> false;
            case Type.Option t -> false;
            case Type.SetOf t -> false;
            case Type.Seq t -> false;
            case Type.Bag t -> false;
            case Type.MapOf t -> false;
        };
    }

    /** A type as the set of its values. */
    static String all(Type type) {
        return type instanceof Type.Range ? type.toString() : "all(" + type + ")";
    }

    private static String make(Expr.Make e) {
        StringBuilder out = new StringBuilder(e.type().name());
        for (int i = 0; i < e.fields().size(); i++) {
            out.append(i == 0 ? " { " : ", ")
                    .append(e.type().fields().get(i).name())
                    .append(": ")
                    .append(print(e.fields().get(i)));
        }
        return out.append(e.fields().isEmpty() ? "" : " }").toString();
    }

    /** An operand of a comparison. */
    private static String operand(Expr e) {
        return text(e, Precedence.SETS, false);
    }

    /** What stands before {@code .field}, {@code [key]} or after a sign. */
    static String tight(Expr e) {
        return text(e, Precedence.POSTFIX, false);
    }

    static String call(String name, List<Expr> args) {
        return list(name + "(", args, ")");
    }

    private static String list(String open, List<Expr> elements, String close) {
        return elements.stream().map(ExprPrinter::print).collect(Collectors.joining(", ", open, close));
    }
}
