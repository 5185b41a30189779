package dev.baton.checker.smt.term;

import java.util.List;

/**
 * A formula or bit vector. Made by {@link Terms} only, which gives equal terms the same object: terms are compared by
 * identity, and a term used twice is translated once.
 */
public final class Term {
    private final int id;
    private final Operator operator;
    private final Sort sort;
    private final List<Term> args;
    private final long value;
    private final String name;

    Term(int id, Operator operator, Sort sort, List<Term> args, long value, String name) {
        this.id = id;
        this.operator = operator;
        this.sort = sort;
        this.args = args;
        this.value = value;
        this.name = name;
    }

    /** Number in order of creation: an argument's is below that of its user. */
    public int id() {
        return id;
    }

    public Operator operator() {
        return operator;
    }

    public Sort sort() {
        return sort;
    }

    public List<Term> args() {
        return args;
    }

    public Term arg(int i) {
        return args.get(i);
    }

    /** What is said at the operator; for a number its bits, the unused ones zero. */
    public long value() {
        return value;
    }

    /** A symbol's name; empty for others. */
    public String name() {
        return name;
    }

    /** Bits of a bit vector. */
    public int width() {
        return ((Sort.Bits) sort).width();
    }

    public boolean isConstant() {
        return operator == Operator.TRUTH || operator == Operator.NUMBER;
    }

    public boolean isTrue() {
        return operator == Operator.TRUTH && value == 1;
    }

    public boolean isFalse() {
        return operator == Operator.TRUTH && value == 0;
    }

    @Override
    public String toString() {
        return switch (operator) {
            case SYMBOL -> name;
            case TRUTH -> value == 1 ? "true" : "false";
            case NUMBER -> value + ":" + width();
            case NOT,
                    AND,
                    OR,
                    EQUAL,
                    ITE,
                    ULT,
                    SLT,
                    ADD,
                    SUB,
                    MUL,
                    UDIV,
                    UREM,
                    BITNOT,
                    ZERO_EXTEND,
                    SIGN_EXTEND,
                    LOW_BITS -> operator.symbol() + args;
        };
    }
}
