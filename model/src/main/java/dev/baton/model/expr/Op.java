package dev.baton.model.expr;

/**
 * The operators. {@link #partial()} ones are undefined for some operands; lowering puts a check before each use (rule
 * 3), so engines may assume that they are defined, and the interpreter throws where they are not.
 */
public enum Op {
    NOT("not"),
    AND("and"),
    OR("or"),
    IMPLIES("implies"),
    EQ("=="),
    NE("!="),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">="),
    ADD("+"),
    SUB("-"),
    MUL("*"),
    /** Floor division; defined for a positive divisor only. */
    DIV("/", true),
    /** What floor division leaves: {@code 0 <= a % b < b}; defined for a positive divisor only. */
    MOD("%", true),
    NEG("-"),
    /** {@code map[key]}: partial unless the key's type lies within the map's. */
    AT("[]", true),
    /** (map, key, value): the map with one entry changed; partial like {@link #AT}. */
    PUT("put", true),
    /** {@code set(elements…)}: n-ary literal. */
    SET("{}"),
    /** (lo, hi): the set of the integers lo..hi; empty when lo > hi. */
    RANGE(".."),
    /** (element, set or sequence): membership. */
    IN("in"),
    /** (subset, set): inclusion. */
    SUBSET("subset"),
    UNION("union"),
    INTERSECT("intersect"),
    MINUS("minus"),
    /** Number of elements of a set, a sequence or a bag. */
    SIZE("size"),
    /** {@code seq[elements…]}: n-ary literal. */
    SEQ("[]"),
    /** (seq, position from 0). */
    SEQ_AT("[]", true),
    /** (seq, position from 0, value): one element changed. */
    SEQ_PUT("put", true),
    FIRST("first", true),
    LAST("last", true),
    /** (seq, element): the sequence with one more at its end; the capacity is checked where the result is stored. */
    APPEND("append"),
    /** All but the first. */
    DROP("drop", true),
    /** (seq, position from 0): all but that one. */
    REMOVE_AT("remove", true),
    /** (seq, position from 0 to length, element): the sequence with an element put in at a position. */
    INSERT_AT("insert", true),
    SOME("some"),
    /** {@code x!}: the value in an option. */
    UNWRAP("!", true),
    IS_SOME("is some"),
    IS_NONE("is none"),
    /** (bag, element). */
    BAG_ADD("add"),
    /** (bag, element): one occurrence less; partial unless it occurs. */
    BAG_REMOVE("remove", true),
    /** (bag, element): how often. */
    BAG_COUNT("count"),
    /** The set of the elements of a bag. */
    BAG_MEMBERS("members"),
    /** The number of an index member, from 0. Using it singles members out: the type is no longer symmetric. */
    ORD("ord"),
    /** (number): the index member with a number; the type is the result's. Partial; singles members out. */
    MEMBER("member", true);

    private final String symbol;
    private final boolean partial;

    Op(String symbol) {
        this(symbol, false);
    }

    Op(String symbol, boolean partial) {
        this.symbol = symbol;
        this.partial = partial;
    }

    /** How it is written in Baton. */
    public String symbol() {
        return symbol;
    }

    /** Whether it is undefined for some operands. */
    public boolean partial() {
        return partial;
    }
}
