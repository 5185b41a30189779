package dev.baton.checker.tla.syntax;

import java.util.ArrayList;
import java.util.List;

/** Builders of terms. They fold what is plain, so that the result reads as a person would have written it. */
public final class Terms {
    public static final Term TRUE = new Term.Word("TRUE");
    public static final Term FALSE = new Term.Word("FALSE");
    public static final Term BOOLEAN = new Term.Word("BOOLEAN");

    private Terms() {}

    public static Term word(String text) {
        return new Term.Word(text);
    }

    public static Term number(int value) {
        Term digits = word(Long.toString(Math.abs((long) value)));
        return value < 0 ? new Term.Unary(Prefix.NEGATIVE, digits) : digits;
    }

    /** A string literal of printable ASCII. */
    public static Term string(String text) {
        return word("\"" + text.replaceAll("([\"\\\\])", "\\\\$1") + "\"");
    }

    /** {@code operator(arguments)}, or the operator alone. */
    public static Term call(String operator, List<Term> arguments) {
        return arguments.isEmpty() ? word(operator) : new Term.Call(operator, arguments);
    }

    public static Term call(String operator, Term... arguments) {
        return call(operator, List.of(arguments));
    }

    public static Term binary(Infix operator, Term left, Term right) {
        return new Term.Binary(operator, left, right);
    }

    public static Term equal(Term left, Term right) {
        return binary(Infix.EQUAL, left, right);
    }

    public static Term in(Term element, Term set) {
        return binary(Infix.IN, element, set);
    }

    /** A number one higher; {@code n - 1} becomes {@code n}. */
    public static Term next(Term number) {
        if (number instanceof Term.Word(String text) && text.matches("\\d{1,8}")) {
            return number(Integer.parseInt(text) + 1);
        }
        return number instanceof Term.Binary(Infix operator, Term left, Term right)
                        && operator == Infix.MINUS
                        && right.equals(number(1))
                ? left
                : binary(Infix.PLUS, number, number(1));
    }

    public static Term and(List<Term> parts) {
        return junction(true, parts, TRUE);
    }

    public static Term or(List<Term> parts) {
        return junction(false, parts, FALSE);
    }

    /** Nested junctions of one kind become one; the neutral element goes. */
    private static Term junction(boolean conjunction, List<Term> parts, Term neutral) {
        List<Term> flat = new ArrayList<>();
        for (Term part : parts) {
            if (part instanceof Term.Junction inner && inner.conjunction() == conjunction) {
                flat.addAll(inner.parts());
            } else if (!part.equals(neutral)) {
                flat.add(part);
            }
        }
        return switch (flat.size()) {
            case 0 -> neutral;
            case 1 -> flat.getFirst();
            default -> new Term.Junction(conjunction, flat);
        };
    }

    public static Term not(Term term) {
        if (term.equals(TRUE)) {
            return FALSE;
        }
        if (term.equals(FALSE)) {
            return TRUE;
        }
        if (term instanceof Term.Unary(Prefix operator, Term operand) && operator == Prefix.NOT) {
            return operand;
        }
        if (term instanceof Term.Binary(Infix operator, Term left, Term right)) {
            return switch (operator) {
                case EQUAL -> binary(Infix.UNEQUAL, left, right);
                case UNEQUAL -> binary(Infix.EQUAL, left, right);
                case LESS -> binary(Infix.AT_LEAST, left, right);
                case AT_LEAST -> binary(Infix.LESS, left, right);
                case GREATER -> binary(Infix.AT_MOST, left, right);
                case AT_MOST -> binary(Infix.GREATER, left, right);
                case IN -> binary(Infix.NOT_IN, left, right);
                case NOT_IN -> binary(Infix.IN, left, right);
                case IMPLIES -> and(List.of(left, not(right)));
                case LEADS_TO,
                        SUBSET_EQ,
                        MERGE,
                        MAPS_TO,
                        UNION,
                        INTERSECT,
                        SET_MINUS,
                        UP_TO,
                        PLUS,
                        BAG_PLUS,
                        MINUS,
                        BAG_MINUS,
                        MOD,
                        TIMES,
                        DIV,
                        CONCAT -> new Term.Unary(Prefix.NOT, term);
            };
        }
        return new Term.Unary(Prefix.NOT, term);
    }

    public static Term tuple(List<Term> items) {
        return new Term.Listing("<<", items, ">>");
    }

    public static Term set(List<Term> items) {
        return new Term.Listing("{", items.stream().map(Terms::bracketed).toList(), "}");
    }

    /** {@code function[argument]}. */
    public static Term at(Term function, Term argument) {
        return new Term.At(function, bracketed(argument));
    }

    /** What stands behind an opening bracket, where SANY takes {@code x \\in S} for the head of something else. */
    private static Term bracketed(Term term) {
        return Flat.looksLikeMapping(Flat.of(term)) ? new Term.Listing("(", List.of(term), ")") : term;
    }

    /** {@code [f |-> e, …]}. */
    public static Term record(List<Term.Labelled> fields) {
        return new Term.Listing("[", List.copyOf(fields), "]");
    }

    public static Term.Labelled field(String name, Term value) {
        return new Term.Labelled(name, " |-> ", value);
    }

    public static Term.Labelled fieldSet(String name, Term set) {
        return new Term.Labelled(name, " : ", set);
    }

    /** <code>{x \in S : P}</code>. */
    public static Term filter(Term bound, Term condition) {
        return new Term.Mapping("{", bound, " : ", condition, "}");
    }

    /** <code>{e : x \in S}</code>. */
    public static Term image(Term value, Term bound) {
        return new Term.Mapping("{", bracketed(value), " : ", bound, "}");
    }

    /** {@code [x \in S |-> e]}. */
    public static Term function(Term bound, Term value) {
        return new Term.Mapping("[", bound, " |-> ", value, "]");
    }

    /** {@code [S -> T]}. */
    public static Term functions(Term from, Term to) {
        return new Term.Mapping("[", from, " -> ", to, "]");
    }

    public static Term forall(Term bound, Term body) {
        return new Term.Quantified("\\A", List.of(bound), body);
    }

    public static Term exists(Term bound, Term body) {
        return new Term.Quantified("\\E", List.of(bound), body);
    }

    public static Term unary(Prefix operator, Term operand) {
        return new Term.Unary(operator, operand);
    }

    /** The function, record or sequence with one element changed. */
    public static Term except(Term base, Step step, Term value) {
        return Excepts.except(base, step, value);
    }

    /** One step of a path into a value: an argument of a function, or a field. */
    public sealed interface Step {
        /** The path, or the value, one step further. */
        Term of(Term whole);

        record Argument(Term argument) implements Step {
            @Override
            public Term of(Term whole) {
                return at(whole, argument);
            }
        }

        record Field(String field) implements Step {
            @Override
            public Term of(Term whole) {
                return new Term.Dot(whole, field);
            }
        }
    }
}
