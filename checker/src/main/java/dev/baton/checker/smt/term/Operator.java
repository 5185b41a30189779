package dev.baton.checker.smt.term;

/** What a {@link Term} computes; the meaning is that of the SMT-LIB function of the name. */
public enum Operator {
    /** A free constant, with a name. */
    SYMBOL(""),
    /** {@code true} or {@code false}; the value is 1 or 0. */
    TRUTH(""),
    /** A bit vector that is known. */
    NUMBER(""),
    NOT("not"),
    /** Of two or more. */
    AND("and"),
    /** Of two or more. */
    OR("or"),
    /** Of two terms of one sort. */
    EQUAL("="),
    ITE("ite"),
    /** Unsigned. */
    ULT("bvult"),
    /** Signed. */
    SLT("bvslt"),
    ADD("bvadd"),
    SUB("bvsub"),
    MUL("bvmul"),
    /** Unsigned; all ones where the divisor is zero. */
    UDIV("bvudiv"),
    /** Unsigned; the dividend where the divisor is zero. */
    UREM("bvurem"),
    /** Bit by bit. */
    BITNOT("bvnot"),
    /** The value is how many bits are put before the argument. */
    ZERO_EXTEND("zero_extend"),
    /** The value is how many bits are put before the argument. */
    SIGN_EXTEND("sign_extend"),
    /** The low bits of the argument, as many as the sort has. */
    LOW_BITS("extract");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** The name of the function in SMT-LIB; empty for constants. */
    public String symbol() {
        return symbol;
    }
}
