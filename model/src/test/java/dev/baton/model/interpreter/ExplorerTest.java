package dev.baton.model.interpreter;

import static dev.baton.model.interpreter.SystemBuilder.parameter;
import static dev.baton.model.interpreter.SystemBuilder.set;
import static dev.baton.model.interpreter.Terms.add;
import static dev.baton.model.interpreter.Terms.bool;
import static dev.baton.model.interpreter.Terms.eq;
import static dev.baton.model.interpreter.Terms.not;
import static dev.baton.model.interpreter.Terms.num;
import static dev.baton.model.interpreter.Terms.op;
import static dev.baton.model.interpreter.Terms.primed;
import static dev.baton.model.interpreter.Terms.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Action;
import dev.baton.model.system.Property;
import dev.baton.model.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts, and safety both ways. */
final class ExplorerTest {

    @Test
    void countsAsTlcDoes() {
        assertThat(counts(new SystemBuilder())).isEqualTo("1 distinct, 1 generated, depth 1");
        assertThat(counts(Walk.along(0, 1, 2).system())).isEqualTo("3 distinct, 3 generated, depth 3");
        assertThat(counts(Walk.along(0, 1, 0, 1, 1).system())).isEqualTo("2 distinct, 5 generated, depth 2");
        Walk diamond = Walk.along(0, 1, 3, 4);
        diamond.step(0, 2);
        diamond.step(2, 3);
        assertThat(counts(diamond.system())).isEqualTo("5 distinct, 6 generated, depth 4");
    }

    @Test
    void twoBindingsToOneStateAreTwoStepsToOneState() {
        SystemBuilder system = new SystemBuilder();
        Variable x = system.variable("x", 0, 1, 0);
        system.action("go", List.of(parameter("i", Type.Range.of(1, 3))), eq(read(x), num(0)), set(x, num(1)));
        assertThat(counts(system)).isEqualTo("2 distinct, 4 generated, depth 2");
    }

    @Test
    void terminalAndErroneousStatesStutterOnceWhereTerminalIsSaid() {
        assertThat(counts(failing())).isEqualTo("4 distinct, 4 generated, depth 3");
        assertThat(counts(failing().terminal(bool(false)))).isEqualTo("4 distinct, 5 generated, depth 3");
        assertThat(counts(failing().terminal(bool(true)))).isEqualTo("4 distinct, 8 generated, depth 3");
    }

    /** Counts 0, 1, 2; or fails at 1. */
    private static SystemBuilder failing() {
        SystemBuilder system = new SystemBuilder();
        Variable x = system.variable("x", 0, 2, 0);
        system.error("one is bad");
        system.action("up", Terms.and(system.noError(), op(Op.LT, read(x), num(2))), set(x, add(read(x), num(1))));
        system.action(
                "fail",
                List.of(),
                List.of(),
                Terms.and(system.noError(), eq(read(x), num(1))),
                List.of(new Action.Check(bool(false), 0)),
                List.of(),
                List.of());
        return system;
    }

    @Test
    void anErrorIsADeadEndAndNoDeadlock() {
        SystemBuilder system = failing();
        Property deadlock = system.property("DeadlockFree", Property.Kind.DEADLOCK_FREE, bool(true));
        Property defined = system.property("WellDefined", Property.Kind.WELL_DEFINED, system.noError());
        Exploration found = system.explore();
        assertThat(trace(found, deadlock).last()).hasToString("State[values=[2, none]]");
        assertThat(trace(found, defined).last()).hasToString("State[values=[1, one is bad]]");
        assertThat(trace(found, defined).length()).isEqualTo(3);
        Variable x = system.build().variables().getFirst();
        assertThat(outcome(system.terminal(eq(read(x), num(2))).explore(), deadlock))
                .isEqualTo(new Exploration.Outcome.Holds(Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(names = {"INVARIANT", "LEMMA", "WELL_DEFINED", "OWNERSHIP"})
    void invariantsHoldInEveryState(Property.Kind kind) {
        Walk walk = Walk.along(0, 1, 2, 3);
        walk.step(0, 3);
        assertThat(walk.check(kind, walk.at(0, 1, 2, 3))).isEqualTo("holds");
        assertThat(walk.check(kind, walk.at(0, 1, 2))).isEqualTo("0 3");
        assertThat(walk.check(kind, walk.at(1, 2, 3))).isEqualTo("0");
    }

    @Test
    void coversAreWitnessedOrViolated() {
        Walk walk = Walk.along(0, 1, 2, 3);
        walk.step(0, 3);
        assertThat(walk.check(Property.Kind.COVER, walk.at(3))).isEqualTo("holds 0 3");
        assertThat(walk.check(Property.Kind.COVER, walk.at(0))).isEqualTo("holds 0");
        assertThat(walk.check(Property.Kind.COVER, walk.at(4))).isEqualTo("violated");
    }

    @Test
    void deadlocksAreStatesWithoutAnyStep() {
        assertThat(Walk.along(0, 1).check(Property.Kind.DEADLOCK_FREE, bool(true)))
                .isEqualTo("0 1");
        assertThat(Walk.along(0, 1, 1).check(Property.Kind.DEADLOCK_FREE, bool(true)))
                .isEqualTo("holds");
        assertThat(new Walk().check(Property.Kind.DEADLOCK_FREE, bool(true))).isEqualTo("0");
    }

    @Test
    void stepPropertiesAreOfStepsThatChangeTheState() {
        SystemBuilder system = new SystemBuilder();
        Variable x = system.variable("x", 0, 3, 0);
        system.action("up", op(Op.LT, read(x), num(3)), set(x, add(read(x), num(1))));
        system.action("stay", bool(true));
        system.action("reset", eq(read(x), num(2)), set(x, num(0)));
        Property changes = system.property("Changes", Property.Kind.STEP, not(eq(read(x), primed(x))));
        Property grows = system.property("Grows", Property.Kind.STEP, op(Op.LT, read(x), primed(x)));
        Exploration found = system.explore();
        assertThat(outcome(found, changes)).isInstanceOf(Exploration.Outcome.Holds.class);
        assertThat(trace(found, grows).steps())
                .extracting(step -> step.action().name())
                .containsExactly("up", "up", "reset");
    }

    @Test
    void aSearchThatIsCutShortKeepsWhatItHasFound() {
        SystemBuilder system = new SystemBuilder();
        Variable x = system.variable("x", 0, 100_000, 0);
        system.action("up", op(Op.LT, read(x), num(100_000)), set(x, add(read(x), num(1))));
        Property early = system.property("Early", Property.Kind.INVARIANT, op(Op.LT, read(x), num(10)));
        Property late = system.property("Late", Property.Kind.INVARIANT, op(Op.LT, read(x), num(99_999)));
        Property cover = system.property("Cover", Property.Kind.COVER, eq(read(x), num(99_999)));
        Property live = system.property("Live", Property.Kind.EVENTUALLY, eq(read(x), num(1)));
        Budget cut = progress -> progress.distinct() < 1000 ? Optional.empty() : Optional.of("enough");

        Exploration found = Explorer.explore(system.build(), system.build().properties(), cut);
        assertThat(found.complete()).isFalse();
        assertThat(found.distinct()).isBetween(1000, 99_999);
        assertThat(trace(found, early).length()).isEqualTo(11);
        assertThat(List.of(late, cover, live))
                .allMatch(property -> outcome(found, property).equals(new Exploration.Outcome.Undecided("enough")));
    }

    /** Without a question on the way, this property would take 1000^5 looks. */
    @Test
    void oneEvaluationIsCutShortToo() {
        SystemBuilder system = new SystemBuilder();
        system.variable("x", 0, 1, 0);
        Type thousand = Type.Range.of(1, 1000);
        Expr slow = bool(true);
        for (String name : List.of("a", "b", "c", "d", "e")) {
            slow = Terms.forall(name, thousand, slow);
        }
        Property property = system.property("Slow", Property.Kind.INVARIANT, slow);
        AtomicInteger questions = new AtomicInteger();
        Exploration found = Explorer.explore(
                system.build(),
                system.build().properties(),
                progress -> questions.incrementAndGet() < 100 ? Optional.empty() : Optional.of("enough"));
        assertThat(outcome(found, property)).isEqualTo(new Exploration.Outcome.Undecided("enough"));
    }

    @Test
    void livenessIsCutShortByItself() {
        SystemBuilder system = new SystemBuilder();
        Variable x = system.variable("x", 0, 10_000, 0);
        system.action("up", op(Op.LT, read(x), num(10_000)), set(x, add(read(x), num(1))));
        Property live = system.property("Live", Property.Kind.EVENTUALLY, eq(read(x), num(1)));
        Property safe = system.property("Safe", Property.Kind.INVARIANT, op(Op.GE, read(x), num(0)));
        AtomicInteger phases = new AtomicInteger();
        Exploration found = Explorer.explore(
                system.build(),
                system.build().properties(),
                progress -> progress.phase().equals("search")
                        ? Optional.empty()
                        : Optional.of("cut " + phases.incrementAndGet()));
        assertThat(found.complete()).isTrue();
        assertThat(outcome(found, live)).isEqualTo(new Exploration.Outcome.Undecided("cut 1"));
        assertThat(outcome(found, safe)).isInstanceOf(Exploration.Outcome.Holds.class);
    }

    @Test
    void aValueOutsideItsTypeIsABrokenInvariant() {
        SystemBuilder system = new SystemBuilder();
        Variable x = system.variable("x", 0, 1, 0);
        system.action("up", bool(true), set(x, add(read(x), num(1))));
        assertThatThrownBy(system::explore).isInstanceOf(IllegalStateException.class);
    }

    private static String counts(SystemBuilder system) {
        Exploration found = system.explore();
        return found.distinct() + " distinct, " + found.generated() + " generated, depth " + found.depth();
    }

    private static Exploration.Outcome outcome(Exploration found, Property property) {
        return found.findings().stream()
                .filter(finding -> finding.property().equals(property))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static Trace trace(Exploration found, Property property) {
        return ((Exploration.Outcome.Violated) outcome(found, property)).trace().orElseThrow();
    }
}
