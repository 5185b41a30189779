package dev.baton.checker.smt.horn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.process.Misbehaving;
import dev.baton.checker.process.ServiceProcess;
import dev.baton.checker.smt.SmallSystems;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.model.system.TransitionSystem;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Spacer that crashes, hangs, or answers nonsense decides nothing, and says why. */
final class HornTest {
    private final TransitionSystem system = SmallSystems.evens(10);

    @ParameterizedTest
    @CsvSource({
        "crashes, its process crashed (SIG",
        "exits, its process ended with exit code 42",
        "takes all memory, out of memory",
        "talks nonsense, its process says what is no answer: ",
        "echoes, its answer can't be read: `;",
        "unsat, its answer can't be read: `unsat`"
    })
    void whatGoesWrongIsAReason(String how, String reason) {
        assertThat(outcome(Misbehaving.launch(how), () -> false))
                .isInstanceOfSatisfying(
                        Outcome.Undecided.class,
                        said -> assertThat(said.reason()).startsWith(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unsat\n(assert",
                "unsat\n(assert false)",
                "unsat\nno script at all",
                "unsat\n(declare-fun reached (Int) Bool)(assert (forall ((x Int)) (= (reached x) (> (* x x) 7))))",
                "sat\n",
                "sat\n(assert true)",
                "sat\n(declare-fun reached ((_ BitVec 4)) Bool)(assert (reached #x3))",
                "perhaps\n",
                "unknown\nit is Monday"
            })
    void anAnswerThatSaysNothingDecidesNothing(String answer) {
        assertThat(outcome(Misbehaving.launch(answer), () -> false)).isInstanceOf(Outcome.Undecided.class);
    }

    @Test
    void whatHangsIsStopped() {
        AtomicInteger polls = new AtomicInteger();
        assertThat(outcome(Misbehaving.launch("hangs"), () -> polls.incrementAndGet() > 50))
                .isEqualTo(new Outcome.Undecided("cancelled"));
    }

    @Test
    void littleMemoryIsAReason() {
        assertThat(outcome(SmallSystems.counters(10, 15), "NotAllAtTheEnd", Horn.launch(1), () -> false))
                .isInstanceOfSatisfying(
                        Outcome.Undecided.class,
                        said -> assertThat(said.reason()).contains("memory"));
    }

    private Outcome outcome(ServiceProcess.Launch launch, BooleanSupplier stop) {
        return outcome(system, "NotThree", launch, stop);
    }

    private static Outcome outcome(
            TransitionSystem system, String property, ServiceProcess.Launch launch, BooleanSupplier stop) {
        SymbolicSystem symbolic = new SymbolicSystem(system, () -> false);
        return Session.run(
                stop,
                session -> new Horn(
                                new Task(
                                        symbolic,
                                        session,
                                        List.of(),
                                        symbolic.stateTarget(SmallSystems.property(system, property)),
                                        _ -> {}),
                                launch)
                        .run());
    }
}
