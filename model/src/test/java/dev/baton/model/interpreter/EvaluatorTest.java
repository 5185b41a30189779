package dev.baton.model.interpreter;

import static dev.baton.model.interpreter.Terms.add;
import static dev.baton.model.interpreter.Terms.all;
import static dev.baton.model.interpreter.Terms.and;
import static dev.baton.model.interpreter.Terms.bool;
import static dev.baton.model.interpreter.Terms.eq;
import static dev.baton.model.interpreter.Terms.literal;
import static dev.baton.model.interpreter.Terms.local;
import static dev.baton.model.interpreter.Terms.num;
import static dev.baton.model.interpreter.Terms.op;
import static dev.baton.model.interpreter.Terms.primed;
import static dev.baton.model.interpreter.Terms.quantified;
import static dev.baton.model.interpreter.Terms.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Question;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each kind of expression means. The state is {@code x = 4}, and {@code x = 5} after the step. */
final class EvaluatorTest {
    private static final Type DIGITS = Type.Range.of(0, 9);
    private static final Type.Enumeration COLOUR = new Type.Enumeration("Colour", List.of("red", "green"));
    private static final Expr BROKEN = op(Op.DIV, num(1), num(0));

    private static final Type.Struct POINT =
            new Type.Struct("Point", List.of(new Type.Field("a", DIGITS), new Type.Field("b", DIGITS)));
    private static final Type.Struct STOP = new Type.Struct("Stop", List.of());
    private static final Expr ONE_TWO = new Expr.Make(POINT, List.of(num(1), num(2)), Span.NONE);

    private static final SystemBuilder SYSTEM = new SystemBuilder();
    private static final Variable X = SYSTEM.variable("x", 0, 9, 4);

    private static final Definition TWICE = function("twice", add(local("n"), local("n")), "n");
    private static final Definition FIRST = function("first", local("a"), "a", "b");
    private static final Definition SEES_X = function("seesX", add(read(X), local("n")), "n");

    record Case(Expr expr, Value value) {
        @Override
        public String toString() {
            return expr.getClass().getSimpleName() + ": " + value;
        }
    }

    static List<Case> cases() {
        Type squares = new Type.MapOf(COLOUR, DIGITS);
        Expr range = op(Op.RANGE, num(1), num(3));
        Expr empty = op(Op.SET);
        Expr n = local("n");
        return List.of(
                is(num(3), 3),
                is(new Expr.Constant("N", Value.of(7), DIGITS, Span.NONE), 7),
                is(read(X), 4),
                is(primed(X), 5),
                is(let("n", num(1), n), 1),
                is(let("n", num(1), let("n", add(n, num(1)), n)), 2),
                is(let("n", num(1), let("m", n, let("n", num(5), local("m")))), 1),
                is(let("n", BROKEN, num(1)), 1),
                is(op(Op.ADD, num(1), num(2)), 3),
                is(new Expr.Get(ONE_TWO, "b", DIGITS, Span.NONE), 2),
                is(ONE_TWO, point(1, 2)),
                is(with(ONE_TWO, "b", num(5)), point(1, 5)),
                is(with(with(ONE_TWO, "b", num(5)), "a", num(6)), point(6, 5)),
                is(new Expr.If(bool(true), num(1), BROKEN, DIGITS, Span.NONE), 1),
                is(new Expr.If(bool(false), BROKEN, num(2), DIGITS, Span.NONE), 2),
                is(all(COLOUR), new Value.SetOf(List.of(colour(0), colour(1)))),
                is(new Expr.Is(ONE_TWO, "Point", Span.NONE), true),
                is(new Expr.Is(ONE_TWO, "Stop", Span.NONE), false),
                is(new Expr.As(ONE_TWO, POINT, Span.NONE), point(1, 2)),
                is(new Expr.Fits(num(9), DIGITS, Span.NONE), true),
                is(new Expr.Fits(num(10), DIGITS, Span.NONE), false),
                is(new Expr.Fits(op(Op.SEQ, num(1), num(1)), new Type.Seq(DIGITS, 1), Span.NONE), false),
                is(new Expr.Fits(op(Op.SOME, num(1)), new Type.Option(DIGITS), Span.NONE), true),
                is(call(TWICE, num(4)), 8),
                is(call(TWICE, call(TWICE, read(X))), 16),
                is(call(FIRST, num(4), BROKEN), 4),
                is(let("n", num(1), call(SEES_X, n)), 5),
                is(let("b", num(1), call(FIRST, local("b"), num(2))), 1),
                is(over(Quantifier.FORALL, range, op(Op.GT, n, num(0))), true),
                is(over(Quantifier.FORALL, range, op(Op.GT, n, num(1))), false),
                is(over(Quantifier.FORALL, empty, BROKEN), true),
                is(over(Quantifier.EXISTS, range, op(Op.GT, n, num(2))), true),
                is(over(Quantifier.EXISTS, range, op(Op.GT, n, num(3))), false),
                is(over(Quantifier.EXISTS, empty, BROKEN), false),
                is(over(Quantifier.EXISTS, range, op(Op.OR, eq(n, num(1)), BROKEN)), true),
                is(over(Quantifier.COUNT, range, op(Op.GT, n, num(1))), 2),
                is(over(Quantifier.SUM, range, op(Op.MUL, n, n)), 14),
                is(over(Quantifier.SUM, empty, n), 0),
                is(over(Quantifier.MIN, range, op(Op.NEG, n)), -3),
                is(over(Quantifier.MAX, range, op(Op.NEG, n)), -1),
                is(over(Quantifier.FILTER, range, op(Op.NE, n, num(2))), set(1, 3)),
                is(over(Quantifier.IMAGE, range, op(Op.MOD, num(3), n)), set(0, 1)),
                is(
                        quantified(Quantifier.MAP, squares, "n", all(COLOUR), eq(n, literal(colour(1), COLOUR))),
                        new Value.MapOf(COLOUR, List.of(Value.FALSE, Value.TRUE))),
                is(over(Quantifier.SUM, op(Op.RANGE, num(0), n), num(1)), 3));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void means(Case example) {
        assertThat(value(example.expr)).isEqualTo(example.value);
    }

    @Test
    void everyKindOfExpressionHasAnExample() {
        List<Class<?>> kinds = Arrays.asList(Expr.class.getPermittedSubclasses());
        List<Expr> examples = cases().stream().map(Case::expr).toList();
        assertThat(kinds)
                .filteredOn(kind -> !kind.equals(Expr.Query.class) && !kind.equals(Expr.Local.class))
                .allMatch(kind -> examples.stream().anyMatch(kind::isInstance));
    }

    @Test
    void everyQuantifierHasAnExample() {
        assertThat(cases().stream()
                        .filter(example -> example.expr instanceof Expr.Quantified)
                        .map(example -> ((Expr.Quantified) example.expr).kind())
                        .collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Quantifier.class));
    }

    @Test
    void nothingIsSmallestOrLargestOfNothing() {
        for (Quantifier kind : List.of(Quantifier.MIN, Quantifier.MAX)) {
            assertThatThrownBy(() -> value(over(kind, op(Op.SET), num(1)))).isInstanceOf(UndefinedException.class);
        }
    }

    @Test
    void questionsAreLoweringsToAnswer() {
        Expr question = new Expr.Query(new Question.Quiescent(), List.of(), Type.BOOL, Span.NONE);
        assertThatThrownBy(() -> value(question)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aStructIsAValueOfItsUnion() {
        Type.Union union = new Type.Union("Message", List.of(POINT, STOP));
        Expr stop = new Expr.Make(STOP, List.of(), Span.NONE);
        assertThat(value(op(Op.IN, ONE_TWO, op(Op.SET, stop, ONE_TWO)))).isEqualTo(Value.TRUE);
        assertThat(value(new Expr.Fits(ONE_TWO, union, Span.NONE))).isEqualTo(Value.TRUE);
        assertThat(value(eq(stop, ONE_TWO))).isEqualTo(Value.FALSE);
    }

    @Test
    void aLetIsEvaluatedAtMostOnce() {
        Expr chain = local("n60");
        for (int i = 60; i > 0; i--) {
            Expr before = local("n" + (i - 1));
            chain = let("n" + i, op(Op.SUB, add(before, before), before), chain);
        }
        assertThat(value(let("n0", num(3), chain))).isEqualTo(Value.of(3));
    }

    @Test
    void aCalledFunctionSeesNoLocalsOfItsCaller() {
        Definition stray = function("stray", and(local("secret")));
        Expr call = let("secret", bool(true), call(stray));
        assertThatThrownBy(() -> value(call)).isInstanceOf(IllegalStateException.class);
    }

    private static Value value(Expr expr) {
        Interpreter interpreter = new Interpreter(SYSTEM.build());
        State after = new State(List.of(Value.of(5)));
        return interpreter.evaluator(interpreter.initial(), after).value(let("n", num(2), expr), Environment.EMPTY);
    }

    private static Case is(Expr expr, Value value) {
        return new Case(expr, value);
    }

    private static Case is(Expr expr, int value) {
        return new Case(expr, Value.of(value));
    }

    private static Case is(Expr expr, boolean value) {
        return new Case(expr, Value.of(value));
    }

    private static Expr let(String name, Expr value, Expr body) {
        return new Expr.Let(name, value, body, Span.NONE);
    }

    private static Expr with(Expr base, String field, Expr value) {
        return new Expr.With(base, List.of(new Expr.FieldValue(field, value)), Span.NONE);
    }

    private static Expr over(Quantifier kind, Expr domain, Expr body) {
        return quantified(kind, DIGITS, "n", domain, body);
    }

    private static Expr call(Definition definition, Expr... args) {
        return new Expr.Call(definition, List.of(args), Span.NONE);
    }

    private static Definition function(String name, Expr body, String... parameters) {
        List<Definition.Parameter> named = Arrays.stream(parameters)
                .map(p -> new Definition.Parameter(p, DIGITS))
                .toList();
        return new Definition(name, named, DIGITS, body, Optional.empty(), Span.NONE);
    }

    private static Value point(int a, int b) {
        return new Value.Struct(POINT, List.of(Value.of(a), Value.of(b)));
    }

    private static Value colour(int ordinal) {
        return new Value.EnumMember(COLOUR, ordinal);
    }

    private static Value set(int... values) {
        return new Value.SetOf(Arrays.stream(values).mapToObj(Value::of).toList());
    }
}
