package dev.baton.cli.report;

import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.checker.Verdict.Guarantee;
import dev.baton.cli.check.Expected;
import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Outcomes of checks that nobody ran, over a counter that counts to 3. */
public final class Outcomes {
    static final Type.Range COUNT = Type.Range.of(0, 3);
    static final Variable N =
            new Variable("n", COUNT, Exprs.literal(0), Variable.Role.MEMORY, Optional.empty(), Span.NONE);

    private Outcomes() {}

    public static TransitionSystem counter() {
        Expr n = Exprs.read(N);
        Expr more = Exprs.apply(Op.ADD, Type.Range.of(0, 4), n, Exprs.literal(1));
        Expr room = Exprs.apply(Op.LT, Type.BOOL, n, Exprs.literal(3));
        Origin origin = new Origin(Origin.Kind.ACTION, "Clock", "tick", "n += 1", Optional.empty(), Span.NONE);
        Action tick = new Action(
                "tick",
                List.of(),
                List.of(),
                room,
                List.of(),
                List.of(new Action.Update(N, more)),
                origin,
                List.of(),
                List.of());
        return new TransitionSystem(
                "Counter",
                Optional.empty(),
                SourceFile.NONE,
                List.of(new TransitionSystem.Parameter("MAX", 3, Optional.empty())),
                List.of(),
                List.of(),
                List.of(N),
                List.of(tick),
                List.of(),
                List.of(
                        property("Small", Property.Kind.INVARIANT, room),
                        property("<Odd> & \"named\"", Property.Kind.INVARIANT, Expr.TRUE),
                        property("Reached", Property.Kind.COVER, Expr.TRUE)),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static Property property(String name, Property.Kind kind, Expr predicate) {
        return new Property(name, kind, List.of(), predicate, Optional.empty(), Optional.empty(), Span.NONE);
    }

    public static PlannedCheck check(String file, String... violated) {
        TransitionSystem system = counter();
        return new PlannedCheck(file, "small", system, system.properties(), new Expected(Set.of(violated)));
    }

    /** The trace that counts up to a number. */
    public static Trace countTo(int last) {
        Interpreter interpreter = new Interpreter(counter());
        State first = interpreter.initial();
        State now = first;
        List<Step> steps = new ArrayList<>();
        while (steps.size() < last) {
            Step step = interpreter.successors(now).getFirst();
            steps.add(step);
            now = step.after();
        }
        return new Trace(first, steps, OptionalInt.empty());
    }

    public static Verdict holds() {
        return Verdict.Holds.of(new Guarantee.AllReachable());
    }

    public static Verdict violated(int steps) {
        return new Verdict.Violated(Optional.of(countTo(steps)), new Guarantee.Counterexample());
    }

    public static Verdict unknown(String reason) {
        return new Verdict.Unknown(reason);
    }

    /** The verdicts are on the system's properties, in order. */
    public static Outcome outcome(PlannedCheck check, String engine, long states, Verdict... verdicts) {
        List<CheckResult.Answer> answers = new ArrayList<>();
        for (int i = 0; i < verdicts.length; i++) {
            answers.add(new CheckResult.Answer(check.properties().get(i), verdicts[i]));
        }
        return Outcome.of(
                check,
                engine,
                new CheckResult(
                        answers,
                        OptionalLong.of(states),
                        OptionalLong.of(states + 1),
                        OptionalInt.of(4),
                        true,
                        Duration.ofMillis(20)));
    }
}
