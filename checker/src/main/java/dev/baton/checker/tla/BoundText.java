package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Infix;
import dev.baton.checker.tla.syntax.Prefix;
import dev.baton.checker.tla.syntax.Term;
import dev.baton.checker.tla.syntax.Terms;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source form of a range's end or a type's size ({@code SLOTS - 1}), read as a TLA+ term: integers, constants,
 * {@code + - * / %} and parentheses. Anything else, and anything whose value is not what it should be, is unreadable;
 * then the number does.
 */
final class BoundText {
    private static final Pattern TOKEN = Pattern.compile("\\s*(\\d{1,9}|[A-Za-z_]\\w*|[-+*/%()])");

    private record Read(Term term, long value) {}

    private final Map<String, Constant> constants;
    private final Matcher tokens;
    private String token = "";

    /** A constant that a bound may name: what the module calls it, and its value. */
    record Constant(String name, int value) {}

    private BoundText(String text, Map<String, Constant> constants) {
        this.constants = constants;
        this.tokens = TOKEN.matcher(text);
        advance();
    }

    static Term term(int value, String text, Map<String, Constant> constants) {
        return new BoundText(text, constants)
                .whole()
                .filter(read -> read.value == value)
                .map(Read::term)
                .orElseGet(() -> Terms.number(value));
    }

    /** The next token, or nothing readable. */
    private void advance() {
        boolean more = tokens.lookingAt();
        token = more ? tokens.group(1) : tokens.regionStart() == tokens.regionEnd() ? "" : "unreadable!";
        if (more) {
            tokens.region(tokens.end(), tokens.regionEnd());
        }
    }

    private Optional<Read> whole() {
        return sum().filter(read -> token.isEmpty());
    }

    private Optional<Read> sum() {
        Optional<Read> left = product();
        while (left.isPresent() && (token.equals("+") || token.equals("-"))) {
            Infix operator = token.equals("+") ? Infix.PLUS : Infix.MINUS;
            advance();
            left = combine(left.get(), operator, product());
        }
        return left;
    }

    private Optional<Read> product() {
        Optional<Read> left = factor();
        while (left.isPresent() && (token.equals("*") || token.equals("/") || token.equals("%"))) {
            Infix operator = token.equals("*") ? Infix.TIMES : token.equals("/") ? Infix.DIV : Infix.MOD;
            advance();
            left = combine(left.get(), operator, factor());
        }
        return left;
    }

    private Optional<Read> factor() {
        String first = token;
        advance();
        if (first.equals("-")) {
            return factor().map(x -> new Read(Terms.unary(Prefix.NEGATIVE, x.term), -x.value));
        }
        if (first.equals("(")) {
            Optional<Read> inner = sum();
            if (!token.equals(")")) {
                return Optional.empty();
            }
            advance();
            return inner;
        }
        if (first.matches("\\d+")) {
            return Optional.of(new Read(Terms.word(first), Long.parseLong(first)));
        }
        Constant constant = constants.get(first);
        return constant == null ? Optional.empty() : Optional.of(new Read(Terms.word(constant.name), constant.value));
    }

    private static Optional<Read> combine(Read left, Infix operator, Optional<Read> right) {
        if (right.isEmpty()) {
            return right;
        }
        long a = left.value;
        long b = right.get().value;
        Term term = Terms.binary(operator, left.term, right.get().term);
        if (operator == Infix.PLUS) {
            return Optional.of(new Read(term, a + b));
        }
        if (operator == Infix.MINUS) {
            return Optional.of(new Read(term, a - b));
        }
        if (operator == Infix.TIMES) {
            return Optional.of(new Read(term, a * b));
        }
        if (b <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Read(term, operator == Infix.DIV ? Math.floorDiv(a, b) : Math.floorMod(a, b)));
    }
}
