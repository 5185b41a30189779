package dev.baton.checker.smt.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.z3.Z3Exception;
import dev.baton.checker.smt.SmallSystems;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.model.system.TransitionSystem;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theOthersStillDecide(String reason, Supplier<Outcome> failure) {
        Race.Result result = race((method, task) ->
                method == Method.K_INDUCTION ? method.run(task, new ReachableStates(system)) : failure.get());
        assertThat(result.winner().orElseThrow().method()).isEqualTo(Method.K_INDUCTION);
        assertThat(result.winner().orElseThrow().outcome()).isInstanceOf(Outcome.Proved.class);
        assertThat(result.undecided()).doesNotContainKey(Method.K_INDUCTION);
        assertThat(result.undecided().values()).isSubsetOf(reason, "cancelled");
    }

    private Race.Result race(BiFunction<Method, Task, Outcome> attempt) {
        return new Race(system, attempt, () -> false, (_, _) -> {})
                .of(SmallSystems.property(system, "NotThree"), List.of(), List.of(Method.values()));
    }
}
