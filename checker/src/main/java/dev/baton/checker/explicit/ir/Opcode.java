package dev.baton.checker.explicit.ir;

/** What a {@link Node} computes. Values are 64-bit integers; a truth value is 0 or 1. */
public enum Opcode {
    /** A number: immediate 0. */
    CONST,
    /** A word of the state: number {@code immediate 0}; all 64 bits. */
    WORD,
    /** {@code width} bits (immediate 1) of the argument from bit {@code offset} (immediate 0) on. */
    FIELD,
    /**
     * Disjoint bit fields side by side, zero elsewhere: the offsets of all {@code n} arguments are the first {@code n}
     * immediates, their widths the others.
     */
    CONCAT,
    ADD,
    MUL,
    /** Floor division; by 1 where the divisor is not positive. */
    DIV,
    /** What {@link #DIV} leaves. */
    MOD,
    /** Shift to the left by the second argument; it is below 64 where the value counts. */
    SHL,
    /** Shift to the right, zeros move in. */
    SHR,
    /** Bit by bit. */
    AND,
    /** Bit by bit. */
    OR,
    /** Bit by bit: the first without the second. */
    ANDNOT,
    /** How many bits are set. */
    COUNT,
    EQ,
    /** Signed. */
    LT,
    /** Of a truth value. */
    NOT,
    /** Whether all arguments (two or more) are true. */
    ALL,
    /** Whether some argument (two or more) is true. */
    ANY,
    /** The second argument if the first is true, else the third. */
    CHOOSE;

    /** Whether the result is a truth value whatever the arguments. */
    public boolean truth() {
        return switch (this) {
            case EQ, LT, NOT, ALL, ANY -> true;
            case CONST, WORD, FIELD, CONCAT, ADD, MUL, DIV, MOD, SHL, SHR, AND, OR, ANDNOT, COUNT, CHOOSE -> false;
        };
    }
}
