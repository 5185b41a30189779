package dev.baton.model.expr;

/** What binds a variable over a finite set. */
public enum Quantifier {
    /** {@code forall x in S: P}. */
    FORALL("forall"),
    /** {@code exists x in S: P}. */
    EXISTS("exists"),
    /** {@code count x in S: P}: for how many elements P holds. */
    COUNT("count"),
    /** {@code sum x in S: e}. */
    SUM("sum"),
    /** {@code min x in S: e}: partial, undefined over the empty set. */
    MIN("min"),
    /** {@code max x in S: e}: partial, undefined over the empty set. */
    MAX("max"),
    /** <code>{ x in S where P }</code>. */
    FILTER("where"),
    /** <code>{ e for x in S }</code>. */
    IMAGE("for"),
    /** {@code [x in T: e]}: a map; the domain is then a whole type ({@link Expr.Domain}). */
    MAP("map");

    private final String word;

    Quantifier(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
