package dev.baton.checker.tla.syntax;

/**
 * Infix operators and their precedence ranges (Specifying Systems, table 6): an operand may stand without parentheses
 * where its whole range is above the operator's; where ranges overlap TLA+ asks for parentheses.
 */
public enum Infix {
    IMPLIES("=>", 1, 1),
    LEADS_TO("~>", 2, 2),
    EQUAL("=", 5, 5),
    UNEQUAL("#", 5, 5),
    LESS("<", 5, 5),
    AT_MOST("<=", 5, 5),
    GREATER(">", 5, 5),
    AT_LEAST(">=", 5, 5),
    IN("\\in", 5, 5),
    NOT_IN("\\notin", 5, 5),
    SUBSET_EQ("\\subseteq", 5, 5),
    MERGE("@@", 6, 6, true),
    MAPS_TO(":>", 7, 7),
    UNION("\\union", 8, 8, true),
    INTERSECT("\\intersect", 8, 8, true),
    SET_MINUS("\\", 8, 8),
    UP_TO("..", 9, 9),
    PLUS("+", 10, 10, true),
    BAG_PLUS("(+)", 10, 10, true),
    MINUS("-", 11, 11, true),
    BAG_MINUS("(-)", 11, 11, true),
    MOD("%", 10, 11),
    TIMES("*", 13, 13, true),
    DIV("\\div", 13, 13),
    CONCAT("\\o", 13, 13, true);

    private final String symbol;
    private final int low;
    private final int high;
    private final boolean leftAssociative;

    Infix(String symbol, int low, int high) {
        this(symbol, low, high, false);
    }

    Infix(String symbol, int low, int high, boolean leftAssociative) {
        this.symbol = symbol;
        this.low = low;
        this.high = high;
        this.leftAssociative = leftAssociative;
    }

    public String symbol() {
        return symbol;
    }

    int low() {
        return low;
    }

    int high() {
        return high;
    }

    /** Whether operands are easier to read in parentheses even where TLA+ does without. */
    boolean wantsClosed() {
        return this == LEADS_TO || this == UP_TO;
    }

    /** Whether the result is a function, written element by element. */
    boolean makesFunction() {
        return this == MERGE || this == MAPS_TO;
    }

    boolean leftAssociative() {
        return leftAssociative;
    }

    /** The operator with symbol {@code ..} is written without spaces. */
    String spaced() {
        return this == UP_TO ? symbol : " " + symbol + " ";
    }
}
