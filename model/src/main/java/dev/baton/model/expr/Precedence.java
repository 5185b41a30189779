package dev.baton.model.expr;

import dev.baton.model.type.Type;

/** How tightly the forms of Baton's expressions bind, from the loosest to the tightest. */
enum Precedence {
    /** Quantifiers, {@code if}, {@code let}: they reach as far to the right as they can. */
    OPEN,
    IMPLIES,
    OR,
    AND,
    NOT,
    /** Comparisons do not chain. */
    COMPARISON,
    SETS,
    RANGE,
    SUM,
    PRODUCT,
    NEGATION,
    POSTFIX;

    static Precedence of(Expr expr) {
        return switch (expr) {
            case Expr.Literal e -> of(e.value().toString());
            case Expr.Apply e -> of(e.op());
            case Expr.With e -> NEGATION;
            case Expr.If e -> OPEN;
            case Expr.Let e -> OPEN;
            case Expr.Quantified e -> of(e.kind());
            case Expr.Domain e -> e.element() instanceof Type.Range ? RANGE : POSTFIX;
            case Expr.Is e -> COMPARISON;
            case Expr.Fits e -> COMPARISON;
            case Expr.As e -> of(e.target());
            case Expr.Constant e -> POSTFIX;
            case Expr.Read e -> POSTFIX;
            case Expr.Local e -> POSTFIX;
            case Expr.Get e -> POSTFIX;
            case Expr.Make e -> POSTFIX;
            case Expr.Call e -> POSTFIX;
            case Expr.Query e -> POSTFIX;
        };
    }

    private static Precedence of(String literal) {
        return literal.startsWith("-") ? NEGATION : POSTFIX;
    }

    private static Precedence of(Op op) {
        return switch (op) {
            case IMPLIES -> IMPLIES;
            case OR -> OR;
            case AND -> AND;
            case NOT -> NOT;
            case EQ, NE, LT, LE, GT, GE, IN, SUBSET, IS_SOME, IS_NONE -> COMPARISON;
            case RANGE -> RANGE;
            case UNION, INTERSECT, MINUS -> SETS;
            case ADD, SUB -> SUM;
            case MUL, DIV, MOD -> PRODUCT;
            case NEG -> NEGATION;
            case AT,
                    PUT,
                    SET,
                    SIZE,
                    SEQ,
                    SEQ_AT,
                    SEQ_PUT,
                    FIRST,
                    LAST,
                    APPEND,
                    DROP,
                    REMOVE_AT,
                    INSERT_AT,
                    SOME,
                    UNWRAP,
                    BAG_ADD,
                    BAG_REMOVE,
                    BAG_COUNT,
                    BAG_MEMBERS,
                    ORD,
                    MEMBER -> POSTFIX;
        };
    }

    private static Precedence of(Quantifier kind) {
        return switch (kind) {
            case FORALL, EXISTS, COUNT, SUM, MIN, MAX -> OPEN;
            case FILTER, IMAGE, MAP -> POSTFIX;
        };
    }
}
