package dev.baton.checker.smt;

import static dev.baton.checker.smt.SmallSystem.compare;
import static dev.baton.checker.smt.SmallSystem.number;
import static dev.baton.checker.smt.SmallSystem.plus;
import static dev.baton.checker.smt.SmallSystem.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.smt.bounded.BoundedQuestions;
import dev.baton.checker.smt.bounded.BoundedSearch;
import dev.baton.checker.smt.facts.Facts;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A counter that goes round: what a search makes of what it is told. */
final class BoundedRunTest {
    private static final int END = 12;
    private static final Guarantee.Proof PROOF = new Guarantee.Proof("somebody said so", OptionalInt.of(1));

    private final TransitionSystem system = system();

    private static TransitionSystem system() {
        SmallSystem small = new SmallSystem();
        Variable x = small.integer("x", END);
        return small.action("up", compare(Op.LT, read(x), number(END)), x, plus(x, 1))
                .action("again", compare(Op.EQ, read(x), number(END)), x, number(0))
                .property("NotFour", Property.Kind.INVARIANT, compare(Op.NE, read(x), number(4)))
                .property("NotLast", Property.Kind.INVARIANT, compare(Op.NE, read(x), number(END)))
                .property("Comes", Property.Kind.ALWAYS_EVENTUALLY, Expr.FALSE)
                .build();
    }

    private Property property(String name) {
        return system.properties().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private BoundedRun safety(int depth, CompletableFuture<Facts> facts, AtomicBoolean over) {
        BoundedRun run = new BoundedRun(depth, over::get, _ -> {});
        run.run(
                session -> BoundedSearch.ofSafety(
                        session, BoundedQuestions.of(system, system.properties(), true, () -> false)),
                List.of(new BoundedRun.Awaited(BoundedRun.SHALLOW, facts)));
        return run;
    }

    @Test
    void findsWhatIsExactlySoDeep() {
        CompletableFuture<Facts> nothing = CompletableFuture.completedFuture(Facts.none());
        assertThat(safety(END, nothing, new AtomicBoolean()).found()).containsKey(property("NotLast"));
        assertThat(safety(END - 1, nothing, new AtomicBoolean()).found()).doesNotContainKey(property("NotLast"));
    }

    @Test
    void asksNoMoreForWhatIsProved() {
        BoundedRun run = safety(
                END,
                CompletableFuture.completedFuture(new Facts(List.of(), Map.of(property("NotLast"), PROOF))),
                new AtomicBoolean());
        assertThat(run.found()).containsOnlyKeys(property("NotFour"));
        assertThat(run.steps()).as("nothing is left to ask for").isEqualTo(BoundedRun.SHALLOW);
        assertThat(run.proved()).containsKey(property("NotLast"));
    }

    @Test
    void doesNotBelieveAProofOfWhatItHasRefuted() {
        CompletableFuture<Facts> wrong =
                CompletableFuture.completedFuture(new Facts(List.of(), Map.of(property("NotFour"), PROOF)));
        assertThatThrownBy(() -> safety(END, wrong, new AtomicBoolean()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NotFour is proved, and there is a counterexample");
    }

    @Test
    void goesOnWithoutProofsIfTheyFailForWantOfRoom() {
        BoundedRun run = safety(END, CompletableFuture.failedFuture(new OutOfMemoryError()), new AtomicBoolean());
        assertThat(run.found()).containsKey(property("NotLast"));
    }

    @Test
    void findsLassosWhileSafetyStandsStill() throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        BoundedRun[] waiting = new BoundedRun[1];
        Crew crew = new Crew();
        crew.start("safety", () -> waiting[0] = safety(END, new CompletableFuture<>(), over));
        BoundedRun lassos = new BoundedRun(END + 1, () -> false, _ -> {});
        lassos.run(
                session -> BoundedSearch.ofLiveness(
                        session, BoundedQuestions.of(system, List.of(property("Comes")), true, () -> false)),
                List.of());
        over.set(true);
        crew.await();
        assertThat(lassos.found()).containsOnlyKeys(property("Comes"));
        assertThat(waiting[0].stopped()).hasValue("cancelled");
        assertThat(waiting[0].found()).doesNotContainKey(property("NotLast"));
    }
}
