package dev.baton.checker.tla.syntax;

/** Prefix operators; what they are applied to stands in parentheses unless it is closed. */
public enum Prefix {
    NOT("~", 4),
    NEGATIVE("-", 12),
    SUBSET("SUBSET ", 8),
    DOMAIN("DOMAIN ", 9),
    BIG_UNION("UNION ", 8),
    UNCHANGED("UNCHANGED ", 4),
    ENABLED("ENABLED ", 4),
    EVENTUALLY("<>", 4),
    ALWAYS("[]", 4);

    private final String symbol;
    private final int precedence;

    Prefix(String symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    public String symbol() {
        return symbol;
    }

    int precedence() {
        return precedence;
    }

    boolean temporal() {
        return this == EVENTUALLY || this == ALWAYS;
    }
}
