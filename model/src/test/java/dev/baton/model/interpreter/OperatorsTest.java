package dev.baton.model.interpreter;

import static dev.baton.model.interpreter.Terms.all;
import static dev.baton.model.interpreter.Terms.bool;
import static dev.baton.model.interpreter.Terms.literal;
import static dev.baton.model.interpreter.Terms.num;
import static dev.baton.model.interpreter.Terms.op;
import static dev.baton.model.interpreter.Terms.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each operator means, and where the partial ones have no meaning. */
final class OperatorsTest {
    private static final Type.Index SPAWN = new Type.Index("Spawn", 3, "3", false);
    private static final Expr SPAWN_1 = member(1);
    private static final Type DIGITS = Type.Range.of(0, 9);
    private static final Expr BROKEN = op(Op.DIV, num(1), num(0));

    private static final Expr MAP = literal(new Value.MapOf(SPAWN, ints(5, 6, 7)), new Type.MapOf(SPAWN, DIGITS));
    private static final Expr OFFSET_MAP =
            literal(new Value.MapOf(Type.Range.of(2, 4), ints(5, 6, 7)), new Type.MapOf(Type.Range.of(2, 4), DIGITS));
    private static final Expr SEQ = literal(new Value.Seq(ints(7, 8, 7)), new Type.Seq(DIGITS, 4));
    private static final Expr EMPTY = literal(Value.EMPTY_SEQ, new Type.Seq(DIGITS, 4));
    private static final Expr BAG = literal(new Value.Bag(ints(2, 1, 2)), new Type.Bag(DIGITS, 4));
    private static final Expr NONE = literal(Value.NONE, new Type.Option(DIGITS));

    record Case(Op op, Expr expr, Value value) {
        @Override
        public String toString() {
            return op + ": " + value;
        }
    }

    static List<Case> cases() {
        return List.of(
                is(op(Op.NOT, bool(false)), true),
                is(op(Op.NOT, bool(true)), false),
                is(op(Op.AND, bool(true), bool(true)), true),
                is(op(Op.AND, bool(true), bool(true), bool(false)), false),
                is(op(Op.AND, bool(false), BROKEN), false),
                is(op(Op.AND), true),
                is(op(Op.OR, bool(false), bool(false)), false),
                is(op(Op.OR, bool(false), bool(false), bool(true)), true),
                is(op(Op.OR, bool(true), BROKEN), true),
                is(op(Op.OR), false),
                is(op(Op.IMPLIES, bool(true), bool(false)), false),
                is(op(Op.IMPLIES, bool(true), bool(true)), true),
                is(op(Op.IMPLIES, bool(false), BROKEN), true),
                is(op(Op.EQ, num(3), num(3)), true),
                is(op(Op.EQ, num(3), num(4)), false),
                is(op(Op.EQ, op(Op.SOME, num(3)), NONE), false),
                is(op(Op.EQ, op(Op.SOME, num(3)), op(Op.SOME, num(3))), true),
                is(op(Op.EQ, op(Op.SET, num(2), num(1)), op(Op.RANGE, num(1), num(2))), true),
                is(op(Op.NE, num(3), num(3)), false),
                is(op(Op.NE, NONE, op(Op.SOME, num(0))), true),
                is(op(Op.LT, num(-2), num(-1)), true),
                is(op(Op.LT, num(2), num(2)), false),
                is(op(Op.LE, num(2), num(2)), true),
                is(op(Op.LE, num(3), num(2)), false),
                is(op(Op.GT, num(3), num(2)), true),
                is(op(Op.GT, num(2), num(2)), false),
                is(op(Op.GE, num(2), num(2)), true),
                is(op(Op.GE, num(1), num(2)), false),
                is(op(Op.ADD, num(2), num(-5)), -3),
                is(op(Op.SUB, num(2), num(5)), -3),
                is(op(Op.MUL, num(-2), num(5)), -10),
                is(op(Op.DIV, num(7), num(2)), 3),
                is(op(Op.DIV, num(-7), num(2)), -4),
                is(op(Op.MOD, num(7), num(4)), 3),
                is(op(Op.MOD, num(-7), num(4)), 1),
                is(op(Op.MOD, num(-8), num(4)), 0),
                is(op(Op.NEG, num(4)), -4),
                is(op(Op.AT, MAP, SPAWN_1), 6),
                is(op(Op.AT, OFFSET_MAP, num(2)), 5),
                is(op(Op.PUT, MAP, SPAWN_1, num(0)), new Value.MapOf(SPAWN, ints(5, 0, 7))),
                is(op(Op.PUT, OFFSET_MAP, num(4), num(0)), new Value.MapOf(Type.Range.of(2, 4), ints(5, 6, 0))),
                is(op(Op.SET, num(3), num(1), num(3)), set(1, 3)),
                is(op(Op.SET), set()),
                is(op(Op.RANGE, num(-1), num(1)), set(-1, 0, 1)),
                is(op(Op.RANGE, num(1), num(0)), set()),
                is(op(Op.IN, num(3), op(Op.SET, num(1), num(3))), true),
                is(op(Op.IN, num(2), op(Op.SET, num(1), num(3))), false),
                is(op(Op.IN, num(2), op(Op.RANGE, num(1), num(3))), true),
                is(op(Op.IN, num(4), op(Op.RANGE, num(1), num(3))), false),
                is(op(Op.IN, num(4), op(Op.RANGE, num(4), num(3))), false),
                is(op(Op.IN, num(9), all(DIGITS)), true),
                is(op(Op.IN, num(10), all(DIGITS)), false),
                is(op(Op.IN, op(Op.SET, num(1)), all(new Type.SetOf(DIGITS))), true),
                is(op(Op.IN, num(8), SEQ), true),
                is(op(Op.IN, num(9), SEQ), false),
                is(op(Op.SUBSET, op(Op.SET), op(Op.SET)), true),
                is(op(Op.SUBSET, op(Op.SET, num(1)), op(Op.SET, num(1), num(2))), true),
                is(op(Op.SUBSET, op(Op.SET, num(1), num(3)), op(Op.SET, num(1), num(2))), false),
                is(op(Op.UNION, op(Op.SET, num(3), num(1)), op(Op.SET, num(2), num(1))), set(1, 2, 3)),
                is(op(Op.INTERSECT, op(Op.SET, num(3), num(1)), op(Op.SET, num(2), num(1))), set(1)),
                is(op(Op.MINUS, op(Op.SET, num(3), num(1)), op(Op.SET, num(2), num(1))), set(3)),
                is(op(Op.SIZE, op(Op.SET, num(3), num(1), num(3))), 2),
                is(op(Op.SIZE, SEQ), 3),
                is(op(Op.SIZE, BAG), 3),
                is(op(Op.SEQ, num(7), num(7)), seq(7, 7)),
                is(op(Op.SEQ), seq()),
                is(op(Op.SEQ_AT, SEQ, num(0)), 7),
                is(op(Op.SEQ_AT, SEQ, num(1)), 8),
                is(op(Op.SEQ_PUT, SEQ, num(2), num(0)), seq(7, 8, 0)),
                is(op(Op.FIRST, op(Op.SEQ, num(1), num(2))), 1),
                is(op(Op.LAST, op(Op.SEQ, num(1), num(2))), 2),
                is(op(Op.APPEND, SEQ, num(1)), seq(7, 8, 7, 1)),
                is(op(Op.DROP, SEQ), seq(8, 7)),
                is(op(Op.REMOVE_AT, SEQ, num(1)), seq(7, 7)),
                is(op(Op.INSERT_AT, SEQ, num(0), num(1)), seq(1, 7, 8, 7)),
                is(op(Op.INSERT_AT, SEQ, num(3), num(1)), seq(7, 8, 7, 1)),
                is(op(Op.SOME, num(1)), new Value.Some(Value.of(1))),
                is(op(Op.UNWRAP, op(Op.SOME, num(1))), 1),
                is(op(Op.IS_SOME, op(Op.SOME, num(1))), true),
                is(op(Op.IS_SOME, NONE), false),
                is(op(Op.IS_NONE, op(Op.SOME, num(1))), false),
                is(op(Op.IS_NONE, NONE), true),
                is(op(Op.BAG_ADD, BAG, num(0)), bag(0, 1, 2, 2)),
                is(op(Op.BAG_REMOVE, BAG, num(2)), bag(1, 2)),
                is(op(Op.BAG_COUNT, BAG, num(2)), 2),
                is(op(Op.BAG_COUNT, BAG, num(3)), 0),
                is(op(Op.BAG_MEMBERS, BAG), set(1, 2)),
                is(op(Op.ORD, SPAWN_1), 1),
                is(typed(SPAWN, Op.MEMBER, num(2)), new Value.Member(SPAWN, 2)));
    }

    static List<Expr> undefined() {
        return List.of(
                op(Op.DIV, num(1), num(0)),
                op(Op.DIV, num(1), num(-1)),
                op(Op.MOD, num(1), num(0)),
                op(Op.MOD, num(1), num(-2)),
                op(Op.AT, MAP, member(3)),
                op(Op.AT, OFFSET_MAP, num(1)),
                op(Op.AT, OFFSET_MAP, num(5)),
                op(Op.PUT, OFFSET_MAP, num(1), num(0)),
                op(Op.SEQ_AT, SEQ, num(3)),
                op(Op.SEQ_AT, SEQ, num(-1)),
                op(Op.SEQ_PUT, SEQ, num(3), num(0)),
                op(Op.FIRST, EMPTY),
                op(Op.LAST, EMPTY),
                op(Op.DROP, EMPTY),
                op(Op.REMOVE_AT, SEQ, num(3)),
                op(Op.INSERT_AT, SEQ, num(4), num(0)),
                op(Op.UNWRAP, NONE),
                op(Op.BAG_REMOVE, BAG, num(3)),
                typed(SPAWN, Op.MEMBER, num(3)),
                typed(SPAWN, Op.MEMBER, num(-1)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void means(Case example) {
        assertThat(value(example.expr)).isEqualTo(example.value);
    }

    @Test
    void everyOperatorHasAnExample() {
        assertThat(cases().stream().map(Case::op).collect(Collectors.toSet())).isEqualTo(EnumSet.allOf(Op.class));
    }

    @ParameterizedTest
    @MethodSource("undefined")
    void isUndefined(Expr expr) {
        assertThatThrownBy(() -> value(expr)).isInstanceOf(UndefinedException.class);
    }

    @Test
    void everyPartialOperatorHasAnExampleWhereItIsUndefined() {
        Set<Op> partial = EnumSet.allOf(Op.class);
        partial.removeIf(op -> !op.partial());
        assertThat(undefined().stream().map(e -> ((Expr.Apply) e).op()).collect(Collectors.toSet()))
                .isEqualTo(partial);
    }

    @Test
    void integersNeverWrap() {
        Expr most = num(Integer.MAX_VALUE);
        Expr least = num(Integer.MIN_VALUE);
        for (Expr overflow : List.of(
                op(Op.ADD, most, num(1)), op(Op.SUB, least, num(1)), op(Op.MUL, most, num(2)), op(Op.NEG, least))) {
            assertThatThrownBy(() -> value(overflow))
                    .isInstanceOf(UndefinedException.class)
                    .hasMessageContaining("overflow");
        }
        assertThat(value(op(Op.SIZE, op(Op.RANGE, most, most)))).isEqualTo(Value.of(1));
    }

    @Test
    void operandsAreEvaluatedOnce() {
        Expr map = OFFSET_MAP;
        Expr seq = SEQ;
        Expr set = op(Op.SET);
        for (int i = 0; i < 200; i++) {
            map = op(Op.PUT, map, num(3), num(i % 10));
            seq = op(Op.SEQ_PUT, seq, num(1), num(i % 10));
            set = op(Op.UNION, set, op(Op.SET, num(i % 10)));
        }
        assertThat(value(op(Op.AT, map, num(3)))).isEqualTo(Value.of(9));
        assertThat(value(op(Op.SEQ_AT, seq, num(1)))).isEqualTo(Value.of(9));
        assertThat(value(op(Op.IN, num(9), set))).isEqualTo(Value.TRUE);
    }

    private static Value value(Expr expr) {
        return new Interpreter(new SystemBuilder().build())
                .evaluator(new State(List.of()))
                .value(expr, Environment.EMPTY);
    }

    private static Case is(Expr expr, Value value) {
        return new Case(((Expr.Apply) expr).op(), expr, value);
    }

    private static Case is(Expr expr, boolean value) {
        return is(expr, Value.of(value));
    }

    private static Case is(Expr expr, int value) {
        return is(expr, Value.of(value));
    }

    private static Expr member(int ordinal) {
        return literal(new Value.Member(SPAWN, ordinal), SPAWN);
    }

    private static List<Value> ints(int... values) {
        return Arrays.stream(values).mapToObj(Value::of).toList();
    }

    private static Value set(int... values) {
        return new Value.SetOf(ints(values));
    }

    private static Value seq(int... values) {
        return new Value.Seq(ints(values));
    }

    private static Value bag(int... values) {
        return new Value.Bag(ints(values));
    }
}
