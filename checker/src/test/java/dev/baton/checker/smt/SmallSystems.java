package dev.baton.checker.smt;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Systems put together by hand, of which it is plain what holds. */
public final class SmallSystems {
    private SmallSystems() {}

    /** Goes from 0 up to {@code end} by twos and begins anew: odd numbers are never reached. */
    public static TransitionSystem evens(int end) {
        Variable x = variable("x", end, 0);
        Action up = action("up", less(x, end - 1), new Action.Update(x, plus(x, 2)));
        Action again = action("again", equal(x, end), new Action.Update(x, Exprs.literal(0)));
        return system(
                List.of(x),
                List.of(up, again),
                invariant("NotThree", Exprs.not(equal(x, 3))),
                invariant("NotSix", Exprs.not(equal(x, 6))),
                invariant("Small", less(x, end + 1)),
                property("NoDeadlock", Property.Kind.DEADLOCK_FREE, Expr.TRUE),
                property("Grows", Property.Kind.STEP, grows(x)),
                property("AtMostTwo", Property.Kind.STEP, atMostTwo(x)));
    }

    /**
     * Two that take a lock, each by a step that finds it free: {@code Exclusive} holds, and no induction of one step
     * shows it.
     */
    public static TransitionSystem lock() {
        Variable locked = variable("locked", Type.BOOL, Expr.FALSE);
        Variable first = variable("first", Type.BOOL, Expr.FALSE);
        Variable second = variable("second", Type.BOOL, Expr.FALSE);
        List<Action> actions = new ArrayList<>();
        for (Variable inside : List.of(first, second)) {
            actions.add(action(
                    "take_" + inside.name(),
                    Exprs.not(Exprs.read(locked)),
                    new Action.Update(locked, Expr.TRUE),
                    new Action.Update(inside, Expr.TRUE)));
            actions.add(action(
                    "leave_" + inside.name(),
                    Exprs.read(inside),
                    new Action.Update(locked, Expr.FALSE),
                    new Action.Update(inside, Expr.FALSE)));
        }
        return system(
                List.of(locked, first, second),
                actions,
                invariant("Exclusive", Exprs.not(Exprs.and(Exprs.read(first), Exprs.read(second)))),
                invariant("FirstNever", Exprs.not(Exprs.read(first))));
    }

    /** {@code parts} counters up to {@code end}, each going its own way: many states, and none is excluded. */
    public static TransitionSystem counters(int parts, int end) {
        return uneven(IntStream.generate(() -> end).limit(parts).toArray());
    }

    /** Counters up to ends of their own. */
    public static TransitionSystem uneven(int... ends) {
        List<Variable> all = new ArrayList<>();
        List<Action> actions = new ArrayList<>();
        List<Expr> open = new ArrayList<>();
        for (int end : ends) {
            Variable x = variable("x" + all.size(), end, 0);
            all.add(x);
            actions.add(action("up_" + x.name(), less(x, end), new Action.Update(x, plus(x, 1))));
            open.add(less(x, end));
        }
        Expr somewhere = Exprs.or(open);
        return system(all, actions, invariant("NotAllAtTheEnd", somewhere));
    }

    public static Property property(TransitionSystem system, String name) {
        return system.properties().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Expr grows(Variable x) {
        return compare(Op.LT, Exprs.read(x), primed(x));
    }

    private static Expr atMostTwo(Variable x) {
        return compare(Op.LE, primed(x), plus(x, 2));
    }

    private static Expr primed(Variable x) {
        return new Expr.Read(x, true, Span.NONE);
    }

    private static Expr equal(Variable x, int value) {
        return Exprs.eq(Exprs.read(x), Exprs.literal(value));
    }

    private static Expr less(Variable x, int value) {
        return compare(Op.LT, Exprs.read(x), Exprs.literal(value));
    }

    private static Expr compare(Op op, Expr a, Expr b) {
        return Exprs.apply(op, Type.BOOL, a, b);
    }

    private static Expr plus(Variable x, int more) {
        return Exprs.apply(Op.ADD, Type.Range.of(0, Integer.MAX_VALUE), Exprs.read(x), Exprs.literal(more));
    }

    private static Variable variable(String name, int most, int initial) {
        return variable(name, Type.Range.of(0, most), Exprs.literal(initial));
    }

    private static Variable variable(String name, Type type, Expr initial) {
        return new Variable(name, type, initial, Variable.Role.PRIVATE, Optional.empty(), Span.NONE);
    }

    private static Action action(String name, Expr guard, Action.Update... updates) {
        Origin origin = new Origin(Origin.Kind.ACTION, "Test", name, name, Optional.empty(), Span.NONE);
        return new Action(name, List.of(), List.of(), guard, List.of(), List.of(updates), origin, List.of(), List.of());
    }

    private static Property invariant(String name, Expr holds) {
        return property(name, Property.Kind.INVARIANT, holds);
    }

    private static Property property(String name, Property.Kind kind, Expr left) {
        return new Property(name, kind, List.of(), left, Optional.empty(), Optional.empty(), Span.NONE);
    }

    private static TransitionSystem system(List<Variable> variables, List<Action> actions, Property... properties) {
        return new TransitionSystem(
                "Small",
                Optional.empty(),
                SourceFile.NONE,
                List.of(),
                List.of(),
                List.of(),
                variables,
                actions,
                List.of(),
                Stream.of(properties).toList(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }
}
