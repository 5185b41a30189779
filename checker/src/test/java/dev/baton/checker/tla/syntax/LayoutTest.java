package dev.baton.checker.tla.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Terms as text: parentheses where TLA+ wants them, lines where they don't fit. */
final class LayoutTest {
    private static final Term A = Terms.word("a");
    private static final Term B = Terms.word("b");
    private static final Term C = Terms.word("c");

    @Test
    void parenthesesFollowPrecedence() {
        flat(minus(plus(A, B), C), "(a + b) - c");
        flat(plus(A, minus(B, C)), "a + b - c");
        flat(minus(A, minus(B, C)), "a - (b - c)");
        flat(minus(minus(A, B), C), "a - b - c");
        flat(Terms.binary(Infix.MOD, plus(A, B), C), "(a + b) % c");
        flat(minus(A, Terms.number(-1)), "a - (-1)");
        flat(Terms.equal(A, Terms.number(-1)), "a = -1");
        flat(Terms.binary(Infix.UP_TO, Terms.number(-1), plus(A, B)), "-1..(a + b)");
        flat(Terms.and(List.of(A, Terms.or(List.of(B, C)))), "a /\\ (b \\/ c)");
        flat(Terms.and(List.of(A, Terms.binary(Infix.IMPLIES, B, C))), "a /\\ (b => c)");
        flat(Terms.unary(Prefix.NOT, Terms.equal(A, B)), "~(a = b)");
        flat(Terms.unary(Prefix.ALWAYS, Terms.unary(Prefix.EVENTUALLY, Terms.equal(A, B))), "[]<>(a = b)");
    }

    @Test
    void whatIsOpenAtItsEndStandsInParenthesesBeforeMore() {
        Term choice = Terms.equal(new Term.Primed(A), new Term.If(A, B, C));
        flat(choice, "a' = IF a THEN b ELSE c");
        flat(Terms.and(List.of(choice, B)), "(a' = IF a THEN b ELSE c) /\\ b");
        Term all = Terms.forall(Terms.in(A, B), C);
        flat(Terms.or(List.of(all, B)), "(\\A a \\in b : c) \\/ b");
        flat(Terms.binary(Infix.IMPLIES, B, all), "b => \\A a \\in b : c");
        flat(Terms.binary(Infix.IMPLIES, all, B), "(\\A a \\in b : c) => b");
    }

    @Test
    void aMembershipBehindABracketIsNoHead() {
        Term in = Terms.in(A, B);
        flat(Terms.set(List.of(in, C)), "{(a \\in b), c}");
        flat(Terms.image(in, Terms.in(C, B)), "{(a \\in b) : c \\in b}");
        flat(Terms.filter(in, C), "{a \\in b : c}");
        flat(Terms.at(C, in), "c[(a \\in b)]");
        flat(Terms.except(C, new Terms.Step.Argument(in), A), "[c EXCEPT ![(a \\in b)] = a]");
    }

    @Test
    void negationsGoInside() {
        flat(Terms.not(Terms.equal(A, B)), "a # b");
        flat(Terms.not(Terms.binary(Infix.IMPLIES, A, Terms.in(B, C))), "a /\\ b \\notin c");
        flat(Terms.not(Terms.not(A)), "a");
        flat(Terms.not(Terms.and(List.of(A, B))), "~(a /\\ b)");
    }

    @Test
    void changesOfChangesAreOneList() {
        Terms.Step i = new Terms.Step.Argument(Terms.word("i"));
        Terms.Step j = new Terms.Step.Argument(Terms.word("j"));
        Terms.Step f = new Terms.Step.Field("f");
        Term once = Terms.except(A, i, plus(i.of(A), Terms.number(1)));
        flat(once, "[a EXCEPT ![i] = @ + 1]");
        flat(Terms.except(once, j, plus(i.of(A), j.of(once))), "[a EXCEPT ![i] = @ + 1, ![j] = a[i] + @]");
        Term nested = Terms.except(A, i, Terms.except(i.of(A), f, plus(f.of(i.of(A)), B)));
        flat(nested, "[a EXCEPT ![i].f = @ + b]");
        flat(
                Terms.except(A, i, new Term.If(B, Terms.except(i.of(A), f, C), i.of(A))),
                "[a EXCEPT ![i] = IF b THEN [@ EXCEPT !.f = c] ELSE @]");
    }

    @Test
    void listsThatDoNotFitHaveALineForEachPart() {
        Term long1 = Terms.call("LongName", List.of(A, B, C));
        assertThat(Layout.lines(Terms.and(List.of(long1, Terms.or(List.of(long1, long1)))), 24))
                .containsExactly("/\\ LongName(a, b, c)", "/\\ \\/ LongName(a, b, c)", "   \\/ LongName(a, b, c)");
        assertThat(Layout.lines(new Term.If(long1, long1, new Term.If(long1, A, B)), 36))
                .containsExactly(
                        "IF LongName(a, b, c)", "THEN LongName(a, b, c)", "ELSE IF LongName(a, b, c) THEN a", "ELSE b");
        assertThat(Layout.lines(Terms.tuple(List.of(A, B, C, A, B, C)), 11))
                .containsExactly("<<a, b, c,", "  a, b, c>>");
        assertThat(Layout.lines(Terms.tuple(List.of()), 3)).containsExactly("<<>>");
    }

    private static Term plus(Term a, Term b) {
        return Terms.binary(Infix.PLUS, a, b);
    }

    private static Term minus(Term a, Term b) {
        return Terms.binary(Infix.MINUS, a, b);
    }

    private static void flat(Term term, String expected) {
        assertThat(Layout.lines(term, 1000)).containsExactly(expected);
    }
}
