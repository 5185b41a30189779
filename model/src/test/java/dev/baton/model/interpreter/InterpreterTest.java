package dev.baton.model.interpreter;

import static dev.baton.model.interpreter.SystemBuilder.parameter;
import static dev.baton.model.interpreter.SystemBuilder.set;
import static dev.baton.model.interpreter.Terms.add;
import static dev.baton.model.interpreter.Terms.bool;
import static dev.baton.model.interpreter.Terms.eq;
import static dev.baton.model.interpreter.Terms.local;
import static dev.baton.model.interpreter.Terms.num;
import static dev.baton.model.interpreter.Terms.op;
import static dev.baton.model.interpreter.Terms.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Action;
import dev.baton.model.system.Arrow;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** First states, steps, errors, arrows and replay. */
final class InterpreterTest {
    private static final Type.Index SPAWN = new Type.Index("Spawn", 2, "2", false);
    private static final Expr BROKEN = op(Op.DIV, num(1), num(0));

    private final SystemBuilder system = new SystemBuilder();
    private final Variable x = system.variable("x", 0, 9, 1);

    @Test
    void everyVariableStartsAsItsInit() {
        system.variable("y", Type.BOOL, bool(true));
        assertThat(interpreter().initial()).isEqualTo(new State(List.of(Value.of(1), Value.TRUE)));
    }

    @Test
    void stepsComeInTheOrderOfActionsAndThenOfBindings() {
        Type range = Type.Range.of(0, 9);
        Binder first = new Binder("a", range, op(Op.RANGE, num(0), read(x)));
        Binder second = new Binder("b", range, op(Op.RANGE, num(0), local("a")));
        system.action("pick", List.of(first, second), bool(true), set(x, add(local("a"), local("b"))));
        system.action("never", bool(false), set(x, num(0)));
        system.action("reset", bool(true), set(x, num(0)));

        assertThat(interpreter().successors(interpreter().initial()))
                .extracting(step ->
                        step.action().name() + step.arguments() + step.after().get(0))
                .containsExactly("pick[0, 0]0", "pick[1, 0]1", "pick[1, 1]2", "reset[]0");
    }

    @Test
    void updatesAreAllAtOnce() {
        Variable y = system.variable("y", 0, 9, 2);
        system.action("swap", bool(true), set(x, read(y)), set(y, read(x)));
        assertThat(after("swap")).isEqualTo(new State(List.of(Value.of(2), Value.of(1))));
    }

    @Test
    void letsAreLazyAndSeeParametersAndEarlierLets() {
        List<Action.Binding> lets = List.of(
                new Action.Binding("d", add(local("s"), num(1))),
                new Action.Binding("e", add(local("d"), local("d"))),
                new Action.Binding("unused", BROKEN));
        Binder s = new Binder("s", Type.Range.of(3, 3), op(Op.SET, num(3)));
        system.action(
                "go", List.of(s), lets, eq(local("d"), num(4)), List.of(), List.of(set(x, local("e"))), List.of());
        assertThat(after("go")).isEqualTo(state(8));
    }

    @Test
    void theFirstCheckThatFailsIsTheError() {
        Variable error = system.error("odd", "broken", "late");
        List<Action.Check> checks = List.of(
                new Action.Check(eq(read(x), num(1)), 0),
                new Action.Check(eq(read(x), num(2)), 1),
                new Action.Check(eq(BROKEN, num(2)), 2));
        system.action("go", List.of(), List.of(), system.noError(), checks, List.of(set(x, BROKEN)), List.of());

        State after = after("go");
        assertThat(after.get(0)).isEqualTo(Value.of(1));
        assertThat(after.get(1)).hasToString("broken");
        assertThat(interpreter().stopped(after)).isTrue();
        assertThat(interpreter().stopped(interpreter().initial())).isFalse();
        assertThat(interpreter().successors(after)).isEmpty();
        assertThat(error.role()).isEqualTo(Variable.Role.ERROR);
    }

    @Test
    void aSystemSaysWhereStoppingIsRight() {
        assertThat(interpreter().terminal(state(1))).isFalse();
        system.terminal(eq(read(x), num(1)));
        assertThat(interpreter().terminal(state(1))).isTrue();
        assertThat(interpreter().terminal(state(2))).isFalse();
        assertThat(interpreter().stopped(state(1))).isFalse();
    }

    @Test
    void arrowsAreReadInTheStateBefore() {
        List<Action.Binding> lets = List.of(new Action.Binding("next", add(read(x), num(1))));
        List<Arrow> arrows = List.of(
                arrow(Arrow.Kind.SEND, Optional.of(local("self")), Optional.of(local("next")), bool(true)),
                arrow(Arrow.Kind.LOSE, Optional.empty(), Optional.empty(), eq(read(x), num(1))),
                arrow(Arrow.Kind.RAISE, Optional.of(BROKEN), Optional.of(BROKEN), eq(read(x), num(2))));
        system.action(
                "go", List.of(parameter("self", SPAWN)), lets, bool(true), List.of(), List.of(set(x, num(2))), arrows);
        State initial = interpreter().initial();
        Step second = interpreter().successors(initial).get(1);
        Value self = new Value.Member(SPAWN, 1);
        assertThat(interpreter().arrows(initial, second))
                .containsExactly(
                        new Message(
                                Arrow.Kind.SEND, "ctl", Optional.of(self), Optional.empty(), Optional.of(Value.of(2))),
                        new Message(Arrow.Kind.LOSE, "ctl", Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void aStepIntoAnErrorSendsNothing() {
        system.error("always");
        system.action(
                "go",
                List.of(),
                List.of(),
                system.noError(),
                List.of(new Action.Check(bool(false), 0)),
                List.of(),
                List.of(arrow(Arrow.Kind.SEND, Optional.of(BROKEN), Optional.empty(), bool(true))));
        State initial = interpreter().initial();
        Step step = interpreter().successors(initial).getFirst();
        assertThat(interpreter().arrows(initial, step)).isEmpty();
    }

    @Test
    void replayFindsTheFirstActionThatFits() {
        count();
        system.action("alsoUp", op(Op.LT, read(x), num(3)), set(x, add(read(x), num(1))));
        Trace trace = replay(OptionalInt.empty(), 1, 2, 3).orElseThrow();
        assertThat(trace.first()).isEqualTo(state(1));
        assertThat(trace.steps()).extracting(step -> step.action().name()).containsExactly("up", "up");
        assertThat(trace.loop()).isEmpty();
        assertThat(trace.length()).isEqualTo(3);
    }

    @Test
    void replayRefusesWhatIsNoBehaviour() {
        count();
        assertThat(replay(OptionalInt.empty(), 2, 3)).isEmpty();
        assertThat(replay(OptionalInt.empty(), 1, 3)).isEmpty();
        assertThat(replay(OptionalInt.of(0), 1, 2)).isEmpty();
        assertThatThrownBy(() -> replay(OptionalInt.of(2), 1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void replayClosesLoops() {
        count();
        assertThat(shape(OptionalInt.of(1), 1, 2, 3)).isEqualTo("up up back loop 1");
        assertThat(shape(OptionalInt.of(1), 1, 2, 3, 2)).isEqualTo("up up back loop 1");
        assertThat(shape(OptionalInt.of(2), 1, 2, 3)).isEqualTo("up up loop 2");
    }

    @Test
    void replayDropsStutteringSteps() {
        count();
        assertThat(shape(OptionalInt.empty(), 1, 1, 2, 2)).isEqualTo("up");
        assertThat(shape(OptionalInt.of(3), 1, 1, 2, 2, 3, 3)).isEqualTo("up up back loop 1");
        assertThat(shape(OptionalInt.of(2), 1, 1, 2, 2, 3, 3)).isEqualTo("up up back loop 1");
        assertThat(shape(OptionalInt.of(1), 1, 2, 2, 2)).isEqualTo("up loop 1");
        assertThat(shape(OptionalInt.of(0), 1, 1)).isEqualTo("loop 0");
    }

    /** From 1 up to 3, and back from 3 to 2. */
    private void count() {
        system.action("up", op(Op.LT, read(x), num(3)), set(x, add(read(x), num(1))));
        system.action("back", eq(read(x), num(3)), set(x, num(2)));
    }

    private Optional<Trace> replay(OptionalInt loop, int... states) {
        return interpreter()
                .replay(Arrays.stream(states).mapToObj(InterpreterTest::state).toList(), loop);
    }

    private String shape(OptionalInt loop, int... states) {
        Trace trace = replay(loop, states).orElseThrow();
        List<String> words = new ArrayList<>();
        trace.steps().forEach(step -> words.add(step.action().name()));
        trace.loop().ifPresent(i -> words.add("loop " + i));
        return String.join(" ", words);
    }

    private static Arrow arrow(Arrow.Kind kind, Optional<Expr> from, Optional<Expr> payload, Expr when) {
        return new Arrow(kind, "ctl", from, Optional.empty(), payload, when);
    }

    private static State state(int value) {
        return new State(List.of(Value.of(value)));
    }

    private Interpreter interpreter() {
        return new Interpreter(system.build());
    }

    private State after(String action) {
        return interpreter().successors(interpreter().initial()).stream()
                .filter(step -> step.action().name().equals(action))
                .findFirst()
                .orElseThrow()
                .after();
    }
}
