package dev.baton.checker.smt.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.smt.SmallSystems;
import dev.baton.checker.smt.horn.Horn;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.solver.MemoryLimit;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Valuation;
import dev.baton.model.system.TransitionSystem;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each method alone, on systems of which it is plain what holds. */
final class MethodTest {

    @ParameterizedTest
    @EnumSource
    void provesWhatHolds(Method method) {
        assertThat(outcome(method, SmallSystems.evens(10), "NotThree")).isInstanceOf(Outcome.Proved.class);
        assertThat(outcome(method, SmallSystems.evens(10), "Small")).isInstanceOf(Outcome.Proved.class);
        assertThat(outcome(method, SmallSystems.evens(10), "NoDeadlock")).isInstanceOf(Outcome.Proved.class);
        assertThat(outcome(method, SmallSystems.evens(10), "AtMostTwo")).isInstanceOf(Outcome.Proved.class);
        assertThat(outcome(method, SmallSystems.lock(), "Exclusive")).isInstanceOf(Outcome.Proved.class);
    }

    @ParameterizedTest
    @EnumSource
    void theInvariantIsOne(Method method) {
        TransitionSystem system = SmallSystems.lock();
        if (outcome(method, system, "Exclusive") instanceof Outcome.Proved proved
                && proved.invariant().isPresent()) {
            SymbolicSystem symbolic = new SymbolicSystem(system, () -> false);
            List<Term> invariant = proved.invariant().get().stream()
                    .map(symbolic.terms()::imported)
                    .toList();
            Term bad = symbolic.stateTarget(SmallSystems.property(system, "Exclusive"));
            assertThat(AuditTest.audit(symbolic, invariant, bad))
                    .as(invariant.toString())
                    .isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refutesWithAWayToABadState(Method method) {
        refuted(method, SmallSystems.evens(10), "NotSix", 3);
        refuted(method, SmallSystems.evens(10), "Grows", 5);
        refuted(method, SmallSystems.lock(), "FirstNever", 1);
    }

    /** @param steps the fewest to a bad state */
    private static void refuted(Method method, TransitionSystem system, String property, int steps) {
        switch (outcome(method, system, property)) {
            case Outcome.Proved proved -> throw new AssertionError(proved);
            case Outcome.Refuted refuted -> {
                SymbolicSystem symbolic = new SymbolicSystem(system, () -> false);
                Term bad = symbolic.stateTarget(SmallSystems.property(system, property));
                assertThat(refuted.moves()).hasSizeGreaterThanOrEqualTo(steps);
                assertThat(after(symbolic, refuted.moves()).isTrue(bad)).isTrue();
            }
            case Outcome.Undecided undecided -> throw new AssertionError(undecided);
        }
    }

    private static Valuation after(SymbolicSystem symbolic, List<Move> moves) {
        long[] bits = symbolic.leaves().stream()
                .mapToLong(leaf -> leaf.initial().value())
                .toArray();
        for (Move foreign : moves) {
            Move move = symbolic.moves().get(foreign.number());
            Valuation now = valuation(symbolic, bits);
            assertThat(now.isTrue(move.guard())).as(move.label()).isTrue();
            long[] next = bits.clone();
            move.changes().forEach((leaf, value) -> next[leaf] = now.bits(value));
            bits = next;
        }
        return valuation(symbolic, bits);
    }

    private static Valuation valuation(SymbolicSystem symbolic, long[] bits) {
        return new Valuation(symbol -> bits[symbolic.leaf(symbol).number()]);
    }

    /** The way has 150 steps, and there are 2^40 states: nobody gets there before it is asked to stop. */
    @ParameterizedTest
    @EnumSource
    void stopsWhereItIsAskedTo(Method method) {
        AtomicInteger asked = new AtomicInteger();
        Outcome outcome =
                outcome(method, SmallSystems.counters(10, 15), "NotAllAtTheEnd", () -> asked.incrementAndGet() > 20);
        assertThat(outcome).isInstanceOf(Outcome.Undecided.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("prove ") || name.startsWith("z3-"));
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    private static Outcome outcome(Method method, TransitionSystem system, String property) {
        return outcome(method, system, property, () -> false);
    }

    private static Outcome outcome(Method method, TransitionSystem system, String property, BooleanSupplier stop) {
        Means means = new Means(new ReachableStates(system), Horn.launch(1L << 30));
        Race race = new Race(system, (m, task) -> m.run(task, means), stop, MemoryLimit.NONE, (_, _) -> {});
        Race.Result result = race.of(SmallSystems.property(system, property), List.of(), List.of(method));
        return result.winner()
                .map(Race.Winner::outcome)
                .orElseGet(() ->
                        new Outcome.Undecided(result.undecided().getOrDefault(method, "it did not say anything")));
    }
}
