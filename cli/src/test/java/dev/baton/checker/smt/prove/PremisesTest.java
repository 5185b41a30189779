package dev.baton.checker.smt.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.Watch;
import dev.baton.checker.smt.ProofEngine;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.source.SourceFile;
import dev.baton.model.system.TransitionSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocols of which it is plain what their proofs rest on. */
final class PremisesTest {
    private static final Path ROOT = Path.of(System.getProperty("baton.root", ".."));

    private static final String LIFT = """
        protocol Lift

        channel ctl: Car -> Door carries bool fifo capacity 1
        fault crash Door at most 2
        fault lose ctl at most 1
        fault crash Car at most 1

        kernel Car {
          var floor: 0..9 = 0
          var bells: 0..9 = 0
          action up when floor != 3 { floor = floor + 1 }
          action ring when bells < 9 { bells = bells + 1 }
          action tell when floor == 0 { send ctl(true) }
        }

        kernel Door {
          var open: bool = false
          var seen: bool = false
          on ctl(x) { open = true; seen = x }
        }

        lemma Bells: Car.bells <= 9
        lemma Low: Car.floor <= 3
        invariant NotFive: Car.floor != 5
        invariant Both: Door.seen implies Door.open
        terminal true
        """;

    private static TransitionSystem system(String text) {
        LoadedFile file = Frontend.load(Path.of("lift.baton"), new SourceFile("lift.baton", text))
                .result()
                .orElseThrow();
        return Lowering.lower(Frontend.protocol(file, Map.of()).result().orElseThrow());
    }

    /** By a method that finds the same proof each time. */
    private static List<String> told(String text, String property, boolean used) {
        return told(text, Method.K_INDUCTION, property, used);
    }

    private static List<String> told(String text, Method method, String property, boolean used) {
        TransitionSystem system = system(text);
        List<Proof> proofs = new ArrayList<>();
        ProofListener listener = new ProofListener() {
            @Override
            public void proved(Proof proof) {
                proofs.add(proof);
            }

            @Override
            public void obstacle(Obstacle obstacle) {
                // of those that this method does not decide
            }
        };
        new ProofEngine(listener, List.of(method))
                .check(
                        new CheckRequest(
                                system,
                                system.properties().stream()
                                        .filter(ProofEngine::decides)
                                        .toList(),
                                1,
                                Optional.of(Duration.ofSeconds(60)),
                                Optional.empty()),
                        Watch.NOBODY);
        Proof proof = proofs.stream()
                .filter(p -> p.property().name().equals(property))
                .findFirst()
                .orElseThrow();
        return proof.premises().stream()
                .filter(p -> p.used() == used)
                .map(p -> p.kind().word() + " " + p.name()
                        + (p.span().known() ? " " + p.span().line() : ""))
                .toList();
    }

    @Test
    void aGuardThatIsNeededAndOnesThatAreNot() {
        assertThat(told(LIFT, "Low", true)).contains("guard Car.up: floor != 3 11");
        assertThat(told(LIFT, "Low", false)).contains("guard Car.ring: bells < 9 12", "guard Car.tell: floor == 0 13");
    }

    @Test
    void aLemmaThatIsNeededAndOneThatIsNot() {
        assertThat(told(LIFT, "NotFive", true)).contains("lemma Low 23");
        assertThat(told(LIFT, "NotFive", false)).contains("lemma Bells 22");
    }

    @Test
    void faultsThatHaveNoPartInAProofAndWhatOthersMayDo() {
        assertThat(told(LIFT, "Both", true))
                .contains("fault crash Door 4")
                .doesNotContain("limit crash Door at most 2 4");
        assertThat(told(LIFT, "Both", false))
                .contains(
                        "fault crash Car 6", "fault lose ctl 5", "limit crash Door at most 2 4", "assumption fairness");
        // what a crash leaves of one variable counts: that both are reset
        assertThat(told(LIFT, "Both", true)).contains("effect what crash Door makes of Door.seen 4");
    }

    private static final String FUSES = """
        protocol Fuses

        fault crash Fuse at most LIMIT
        kernel Fuse[3] { action idle when false { skip } }
        invariant OneLives: exists f in Fuse: live(f)
        terminal true
        """;

    @Test
    void aLimitThatCounts() {
        String two = FUSES.replace("LIMIT", "2");
        assertThat(told(two, Method.REACHABLE, "OneLives", true))
                .contains("fault crash Fuse 3", "limit crash Fuse at most 2 3");
    }

    @Test
    void aDeadlockThatOnlyAFaultPrevents() {
        String text = """
            protocol Stuck

            fault crash K at most 1
            kernel K {
              var x: bool = false
              action go when not x { x = true }
            }
            terminal not live(K)
            """;
        String free = text.replace("terminal not live(K)", "terminal true");
        assertThat(told(text, Method.REACHABLE, "DeadlockFree", true)).contains("fault crash K 3");
        assertThat(told(free, Method.REACHABLE, "DeadlockFree", true)).isEmpty();
    }

    @Test
    void theOrderOfMessagesThatCounts() {
        String text = """
            protocol Order

            channel ctl: A -> B carries 1..3 fifo capacity 2
            kernel A {
              var next: 1..4 = 1
              action tell when next <= 3 { send ctl(next); next = next + 1 }
            }
            kernel B {
              var got: 0..3 = 0
              var back: bool = false
              on ctl(n) { back = back or n < got; got = n }
            }
            lemma LEMMA
            invariant PROPERTY
            terminal true
            """;
        String ordered = text.replace("PROPERTY", "Forward: not B.back")
                .replace(
                        "LEMMA",
                        "InOrder: (len(contents(ctl)) == 2 implies first(contents(ctl)) < last(contents(ctl)))"
                                + " and (len(contents(ctl)) > 0 implies B.got < first(contents(ctl))"
                                + " and last(contents(ctl)) < A.next) and B.got < A.next");
        String sent = text.replace("PROPERTY", "Behind: B.got < A.next")
                .replace(
                        "LEMMA",
                        "Sent: len(contents(ctl)) > 0 implies first(contents(ctl)) < A.next"
                                + " and last(contents(ctl)) < A.next");
        assertThat(told(ordered, "Forward", true)).contains("assumption ctl keeps the order of its messages 3");
        assertThat(told(sent, "Behind", false))
                .contains(
                        "assumption ctl keeps the order of its messages 3",
                        "assumption ctl loses no message 3",
                        "assumption ctl doubles no message 3");
    }

    /** All parts of a guard together are the guard. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ipi/ring_published.baton",
                "handover/two_phase.baton",
                "classic/peterson_tso.baton",
                "cores/boot_mailbox.baton"
            })
    void partsOfGuardsMakeGuards(String file) {
        LoadedFile loaded =
                Frontend.load(ROOT.resolve("specs").resolve(file)).result().orElseThrow();
        SymbolicSystem system = new SymbolicSystem(
                Lowering.lower(
                        Frontend.protocol(loaded, loaded.checks().getFirst().parameters())
                                .result()
                                .orElseThrow()),
                () -> false);
        Conditions conditions = new Conditions(system);
        List<Term> different = new ArrayList<>();
        for (Move move : system.moves()) {
            Term parts = system.terms()
                    .all(conditions.of(move).stream().map(Conditions.Part::term).toList());
            different.add(system.terms().not(system.terms().equal(parts, move.guard())));
        }
        Term somewhere = system.terms().any(different);
        boolean never =
                Session.run(() -> false, session -> new Audit(system, session, List.of()).keeps(List.of(), somewhere));
        assertThat(never).isTrue();
    }
}
