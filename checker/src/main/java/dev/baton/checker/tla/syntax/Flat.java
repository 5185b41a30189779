package dev.baton.checker.tla.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** A term on one line, with parentheses where TLA+ or a reader needs them. */
final class Flat {
    private Flat() {}

    static String of(Term term) {
        return switch (term) {
            case Term.Word t -> t.text();
            case Term.Call t -> t.operator() + "(" + list(t.arguments()) + ")";
            case Term.Binary t -> left(t) + t.operator().spaced() + right(t);
            case Term.Unary t -> t.operator().symbol() + enclosed(of(t.operand()), operandNeeds(t));
            case Term.Primed t -> of(t.variable()) + "'";
            case Term.Junction t ->
                t.parts().stream().map(Flat::part).collect(Collectors.joining(" " + t.symbol() + " "));
            case Term.At t -> primary(t.function()) + "[" + of(t.argument()) + "]";
            case Term.Dot t -> primary(t.record()) + "." + t.field();
            case Term.Listing t -> t.open() + list(t.items()) + t.close();
            case Term.Labelled t -> t.label() + t.sign() + of(t.value());
            case Term.Mapping t -> t.open() + of(t.left()) + t.sign() + of(t.right()) + t.close();
            case Term.Except t ->
                "[" + of(t.base()) + " EXCEPT "
                        + t.changes().stream()
                                .map(c -> of(c.path()) + " = " + of(c.value()))
                                .collect(Collectors.joining(", "))
                        + "]";
            case Term.Quantified t -> t.symbol() + " " + list(t.bounds()) + " : " + of(t.body());
            case Term.If t -> "IF " + of(t.condition()) + " THEN " + of(t.then()) + " ELSE " + of(t.otherwise());
            case Term.Let t ->
                "LET "
                        + t.definitions().stream()
                                .map(d -> d.name() + " == " + of(d.value()))
                                .collect(Collectors.joining(" "))
                        + " IN " + of(t.body());
            case Term.Stuttering t ->
                "[" + enclosed(of(t.action()), looksLikeMapping(of(t.action()))) + "]_" + t.subscript();
        };
    }

    private static String list(List<? extends Term> terms) {
        return terms.stream().map(Flat::of).collect(Collectors.joining(", "));
    }

    /** Whether SANY takes a text after an opening bracket for the head of a function: {@code x \\in S}. */
    static boolean looksLikeMapping(String text) {
        return text.matches("(?s)(\\w+|<<.*>>) \\\\in .*");
    }

    static String enclosed(String text, boolean parentheses) {
        return parentheses ? "(" + text + ")" : text;
    }

    static String left(Term.Binary t) {
        return enclosed(of(t.left()), leftNeeds(t));
    }

    static String right(Term.Binary t) {
        return enclosed(of(t.right()), rightNeeds(t));
    }

    private static String primary(Term term) {
        return enclosed(of(term), !closed(term));
    }

    private static String part(Term part) {
        return enclosed(of(part), low(part) <= 3 || open(part));
    }

    static boolean leftNeeds(Term.Binary t) {
        if (t.operator().wantsClosed()) {
            return !closed(t.left()) && !number(t.left());
        }
        boolean chain = t.left() instanceof Term.Binary inner
                && inner.operator() == t.operator()
                && t.operator().leftAssociative();
        return open(t.left()) || (low(t.left()) <= t.operator().high() && !chain);
    }

    static boolean rightNeeds(Term.Binary t) {
        if (t.operator().wantsClosed()) {
            return !closed(t.right()) && !number(t.right());
        }
        if (t.right() instanceof Term.Unary) {
            return t.operator().low() > Infix.EQUAL.low();
        }
        boolean function = t.right() instanceof Term.Binary right
                && right.operator().makesFunction()
                && !t.operator().makesFunction();
        return function || (low(t.right()) <= t.operator().high() && !mayEnd(t));
    }

    /** Whether a term is a number, a negative one included. */
    private static boolean number(Term term) {
        return term instanceof Term.Unary(Prefix operator, Term operand)
                && operator == Prefix.NEGATIVE
                && operand instanceof Term.Word;
    }

    /** Whether the right operand extends as far as it can and reads well at the end of this operator. */
    private static boolean mayEnd(Term.Binary t) {
        return switch (t.right()) {
            case Term.If right -> t.operator() == Infix.EQUAL || t.operator() == Infix.IMPLIES;
            case Term.Quantified right -> t.operator() == Infix.IMPLIES;
            case Term.Let right -> t.operator() == Infix.EQUAL;
            case Term.Word right -> false;
            case Term.Call right -> false;
            case Term.Binary right -> false;
            case Term.Unary right -> false;
            case Term.Primed right -> false;
            case Term.Junction right -> false;
            case Term.At right -> false;
            case Term.Dot right -> false;
            case Term.Listing right -> false;
            case Term.Labelled right -> false;
            case Term.Mapping right -> false;
            case Term.Except right -> false;
            case Term.Stuttering right -> false;
        };
    }

    /** Whether what is written after a term would become part of it. */
    private static boolean open(Term term) {
        return term instanceof Term.Binary t && mayEnd(t);
    }

    static boolean operandNeeds(Term.Unary t) {
        boolean temporal = t.operand() instanceof Term.Unary inner
                && inner.operator().temporal()
                && t.operator().temporal();
        return !closed(t.operand()) && !temporal;
    }

    /** The lowest precedence at which a term may be cut; those that extend as far as they can are below all. */
    private static int low(Term term) {
        return switch (term) {
            case Term.Binary t -> t.operator().low();
            case Term.Unary t -> t.operator().precedence();
            case Term.Junction t -> 3;
            case Term.Quantified t -> 0;
            case Term.If t -> 0;
            case Term.Let t -> 0;
            case Term.Word t -> CLOSED;
            case Term.Call t -> CLOSED;
            case Term.Primed t -> CLOSED;
            case Term.At t -> CLOSED;
            case Term.Dot t -> CLOSED;
            case Term.Listing t -> CLOSED;
            case Term.Labelled t -> 0;
            case Term.Mapping t -> CLOSED;
            case Term.Except t -> CLOSED;
            case Term.Stuttering t -> CLOSED;
        };
    }

    private static final int CLOSED = 100;

    /** Whether nothing around a term can cut into it. */
    static boolean closed(Term term) {
        return low(term) == CLOSED;
    }
}
