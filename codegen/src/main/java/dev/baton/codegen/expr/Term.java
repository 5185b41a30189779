package dev.baton.codegen.expr;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * A Java expression.
 *
 * @param level how tightly its outermost operator binds; an operand that binds less tightly gets parentheses
 * @param boxed whether it is a reference to an {@code Integer}, {@code Boolean}: two of these can't be compared by
 *     {@code ==}
 */
public record Term(CodeBlock code, Level level, boolean boxed) {

    /** From loosest to tightest. */
    public enum Level {
        LAMBDA,
        CONDITIONAL,
        OR,
        AND,
        EQUALITY,
        RELATIONAL,
        ADDITIVE,
        MULTIPLICATIVE,
        UNARY,
        PRIMARY;

        Level tighter() {
            return switch (this) {
                case LAMBDA -> CONDITIONAL;
                case CONDITIONAL -> OR;
                case OR -> AND;
                case AND -> EQUALITY;
                case EQUALITY -> RELATIONAL;
                case RELATIONAL -> ADDITIVE;
                case ADDITIVE -> MULTIPLICATIVE;
                case MULTIPLICATIVE -> UNARY;
                case UNARY, PRIMARY -> PRIMARY;
            };
        }
    }

    public static Term primary(CodeBlock code) {
        return new Term(code, Level.PRIMARY, false);
    }

    public static Term of(String format, Object... arguments) {
        return primary(CodeBlock.of(format, arguments));
    }

    /** {@code a op b}; operators of one level group to the left. */
    public static Term binary(String operator, Level level, Term a, Term b) {
        Level right = level.tighter();
        CodeBlock code = CodeBlock.of("$L $L $L", a.at(level), operator, b.at(right));
        return new Term(code, level, false);
    }

    /** {@code a && b && …}, {@code a || b || …}. */
    public static Term chain(String operator, Level level, List<Term> terms) {
        return terms.stream()
                .reduce((a, b) -> new Term(CodeBlock.of("$L $L $L", a.at(level), operator, b.at(level)), level, false))
                .orElseThrow();
    }

    /** The opposite of a boolean term. */
    public Term not() {
        return new Term(CodeBlock.of("!$L", at(Level.UNARY)), Level.UNARY, false);
    }

    public Term asBoxed() {
        return new Term(code, level, true);
    }

    /** As an operand of an operator of this level. */
    public CodeBlock at(Level wanted) {
        return level.compareTo(wanted) < 0 ? CodeBlock.of("($L)", code) : code;
    }

    /** As what a method is called on. */
    public CodeBlock receiver() {
        return at(Level.PRIMARY);
    }
}
