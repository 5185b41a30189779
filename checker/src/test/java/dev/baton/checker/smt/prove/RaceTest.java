package dev.baton.checker.smt.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.z3.Z3Exception;
import dev.baton.checker.smt.SmallSystems;
import dev.baton.checker.smt.horn.Horn;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.solver.MemoryLimit;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of one method does not change what the others say. */
final class RaceTest {
    private final TransitionSystem system = SmallSystems.evens(10);

    static Stream<Arguments> failures() {
        return Stream.of(
                failure("internal error: java.lang.IllegalStateException: broken", () -> {
                    throw new IllegalStateException("broken");
                }),
                failure("internal error: java.lang.AssertionError: wrong", () -> {
                    throw new AssertionError("wrong");
                }),
                failure("memory: the Java heap is full", () -> {
                    throw new OutOfMemoryError("not really");
                }),
                failure("its formulas are nested too deep", () -> {
                    throw new StackOverflowError();
                }),
                failure("Z3: max. memory exceeded", () -> {
                    throw new Z3Exception("max. memory exceeded");
                }),
                failure("asked to", () -> {
                    throw new StoppedException("asked to");
                }));
    }

    private static Arguments failure(String reason, Supplier<Outcome> method) {
        return Arguments.of(reason, method);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aMethodThatFailsIsUndecided(String reason, Supplier<Outcome> failure) {
        Race.Result result = race((_, _) -> failure.get());
        assertThat(result.winner()).isEmpty();
        assertThat(result.undecided()).containsOnlyKeys(Method.values()).containsEntry(Method.IC3, reason);
        assertThat(result.gaveUp()).containsOnly(Method.values());
        assertThat(result.bugs()).hasSize(reason.startsWith("internal error: ") ? Method.values().length : 0);
    }

    @Test
    void whatNobodyWaitsForAnyMoreDoesNotEvenBegin() {
        Set<Method> begun = EnumSet.noneOf(Method.class);
        Race.Result result = race((method, task) -> {
            synchronized (begun) {
                begun.add(method);
            }
            return method == Method.REACHABLE ? new Outcome.Refuted(List.of()) : untilStopped(task);
        });
        assertThat(result.winner().orElseThrow().method()).isEqualTo(Method.REACHABLE);
        assertThat(begun).doesNotContain(Method.SPACER);
    }

    @Test
    void whoeverHasAHeadStartBeginsWhenTheOthersHaveGivenUp() {
        Race.Result result = race((method, _) ->
                method == Method.SPACER ? new Outcome.Refuted(List.of()) : new Outcome.Undecided("no idea"));
        assertThat(result.winner().orElseThrow().method()).isEqualTo(Method.SPACER);
        assertThat(result.took()).isLessThan(Method.SPACER.headStart());
    }

    /** Z3 takes more than nothing: all that think in this process are dismissed, the greediest first. */
    @Test
    void whereMemoryIsShortMethodsGoOneByOne() {
        List<Method> order = new ArrayList<>();
        Race.Result result = new Race(
                        system,
                        (method, task) -> {
                            if (method == Method.SPACER) {
                                return new Outcome.Undecided("elsewhere");
                            }
                            Outcome stopped = untilStopped(task);
                            synchronized (order) {
                                order.add(method);
                            }
                            return stopped;
                        },
                        () -> false,
                        new MemoryLimit(Optional.of(0L)),
                        (_, _) -> {})
                .of(SmallSystems.property(system, "NotThree"), List.of(), List.of(Method.values()));
        assertThat(order).containsExactly(Method.K_INDUCTION, Method.IC3_THOROUGH, Method.REACHABLE, Method.IC3);
        assertThat(result.undecided())
                .containsEntry(Method.IC3, "memory: Z3 needs more than 0 MB")
                .containsEntry(Method.SPACER, "elsewhere");
        assertThat(result.gaveUp()).containsOnly(Method.values());
    }

    private static Outcome untilStopped(Task task) {
        while (!task.session().cancelled()) {
            Thread.onSpinWait();
        }
        return new Outcome.Undecided("cancelled");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theOthersStillDecide(String reason, Supplier<Outcome> failure) {
        Race.Result result = race((method, task) -> method == Method.K_INDUCTION
                ? method.run(task, new Means(new ReachableStates(system), Horn.launch(1L << 30)))
                : failure.get());
        assertThat(result.winner().orElseThrow().method()).isEqualTo(Method.K_INDUCTION);
        assertThat(result.winner().orElseThrow().outcome()).isInstanceOf(Outcome.Proved.class);
        assertThat(result.undecided()).doesNotContainKey(Method.K_INDUCTION);
        assertThat(result.undecided().values()).isSubsetOf(reason, "cancelled");
    }

    private Race.Result race(BiFunction<Method, Task, Outcome> attempt) {
        return new Race(system, attempt, () -> false, MemoryLimit.NONE, (_, _) -> {})
                .of(SmallSystems.property(system, "NotThree"), List.of(), List.of(Method.values()));
    }
}
