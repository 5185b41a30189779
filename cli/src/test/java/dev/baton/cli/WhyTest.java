package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.model.system.Action;
import dev.baton.trace.Effort;
import dev.baton.trace.Why;
import dev.baton.trace.minimize.Choice;
import dev.baton.trace.minimize.Cost;
import dev.baton.trace.minimize.Minimizer;
import dev.baton.trace.why.WhyFinder;
import dev.baton.trace.why.WhyNot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Small protocols of which it is plain what a counterexample comes from. */
final class WhyTest {

    /** The noise writes something that nobody reads; the copy takes a value through two hands. */
    private static final String COPIES = """
        protocol Copies
        memory {
          first: 0..3 = 0
          second: 0..3 = 0
          third: 0..3 = 0
        }
        kernel Source { task put { first = 2 } }
        kernel Copier { task copy {
            await first > 0
            atomic { second = first }
            atomic { third = second }
          } }
        kernel Noise {
          var noise: 0..3 = 0
          task hum {
            noise = 1
            noise = 2
          }
        }
        invariant Small: third < 2 or Noise.noise < 2
        terminal true
        """;

    private static final String LOSES = """
        protocol Loses
        message Ping
        channel wire: A -> B carries Ping fifo capacity 2
        fault lose wire at most 1
        fault crash B at most 1
        kernel A {
          var sent: bool = false
          action ping when not sent {
            send wire(Ping)
            sent = true
          }
        }
        kernel B {
          var got: bool = false
          on wire(Ping) { got = true }
        }
        invariant NoneLost: quiescent and A.sent implies B.got
        terminal true
        """;

    private static final String SPINS = """
        protocol Spins
        kernel Worker {
          var work: bool = false
          unfair action start when not work { work = true }
        }
        kernel Clock { var tick: bool = false  action turn { tick = not tick } }
        liveness Works: eventually Worker.work
        """;

    @Test
    void theChainLeadsBackToTheFirstWrite() {
        Explained found = Explained.of(COPIES, "Small", Map.of());
        assertThat(found.why().chain().stream().map(Why.Link::text))
                .contains("third from second (3)", "second from first (1)", "first");
    }

    @Test
    void whatTheViolationDoesWithoutIsNotInTheSlice() {
        Explained found = Explained.of(COPIES.replace(" or Noise.noise < 2", ""), "Small", Map.of());
        assertThat(found.trace().steps())
                .noneMatch(s -> s.action().origin().actor().equals("Noise"));
        assertThat(found.why().steps()).hasSize(found.trace().steps().size());
    }

    @Test
    void unfairActionsThatCouldSaveItAreNamed() {
        Explained found = Explained.of(SPINS, "Works", Map.of());
        assertThat(found.story())
                .contains("Worker.start could go on in every state of the loop, but no fairness obliges it")
                .contains("what is awaited could still come");
        assertThat(found.why().lost()).isEmpty();
    }

    @Test
    void aFaultWithoutWhichThereIsNoTraceIsNeeded() {
        Explained found = Explained.of(LOSES, "NoneLost", Map.of());
        assertThat(found.trace().steps()).hasSize(2);
        assertThat(found.story()).containsPattern("The fault `.*` was needed: without it no violation is this short");
    }

    @Test
    void howOftenAFaultIsNeededIsSaid() {
        Explained found = Explained.of("""
            protocol Twice
            message Data
            channel data: Source -> Sink carries Data fifo capacity 3
            fault lose data at most 2
            kernel Source {
              var sent: 0..3 = 0
              action put when sent < 3 {
                send data(Data)
                sent += 1
              }
            }
            kernel Sink {
              var seen: 0..3 = 0
              on data(Data) { seen += 1 }
            }
            invariant MostArrive: quiescent and Source.sent == 3 implies Sink.seen > 1
            terminal true
            """, "MostArrive", Map.of());
        assertThat(found.story()).containsPattern("The fault `.*` was needed 2 times: with fewer no violation is this");
    }

    @Test
    void aFaultThatLivenessNeedsIsNamed() {
        String comes = LOSES.replace(
                "invariant NoneLost: quiescent and A.sent implies B.got", "liveness Comes: A.sent leads to B.got");
        assertThat(Explained.of(comes, "Comes", Map.of()).story())
                .containsPattern(
                        "The fault `.*` was not needed: without it 2 steps lead to a violation, with `.*` instead");
        comes = comes.replace("fault crash B at most 1\n", "");
        Explained found = Explained.of(comes, "Comes", Map.of());
        assertThat(found.trace().steps()).hasSize(2);
        assertThat(found.story()).containsPattern("The fault `.*` was needed: without it no violation is this short");
    }

    @Test
    void aGuardSaysWhyItIsFalse() {
        Explained found = Explained.of(COPIES, "Small", Map.of());
        Action waits = found.interpreter().system().actions().stream()
                .filter(a -> a.origin().text().equals("await first > 0"))
                .findFirst()
                .orElseThrow();
        List<WhyNot> reasons =
                WhyNot.of(found.interpreter(), found.interpreter().initial(), waits);
        assertThat(reasons).hasSize(1);
        assertThat(reasons.getFirst().enabled()).isFalse();
        assertThat(reasons.getFirst().tree().toString()).contains("first > 0").contains("false");
        Action puts = found.interpreter().system().actions().getFirst();
        assertThat(WhyNot.of(found.interpreter(), found.interpreter().initial(), puts))
                .singleElement()
                .satisfies(w -> assertThat(w.enabled()).isTrue());
    }

    @Test
    void nothingIsClaimedWithoutEffort() {
        Explained found = Explained.of(COPIES, "Small", Map.of());
        Why none = WhyFinder.of(found.interpreter(), found.property(), found.trace(), new Effort(0, () -> false));
        assertThat(none.lost()).isEmpty();
        assertThat(none.race()).isEmpty();
        assertThat(none.story()).isEmpty();
    }

    @Test
    void whoActsFirstIsTheFirst() {
        Explained found = Explained.of("""
            protocol Members
            kernel K[3] { var done: bool = false  action go when not done { done = true } }
            invariant One: (count k in K: k.done) < 2
            terminal true
            """, "One", Map.of());
        assertThat(found.trace().steps().stream()
                        .map(s -> s.arguments().getFirst().toString()))
                .containsExactly("K(0)", "K(1)");
    }

    @Test
    void withoutEffortATraceStaysAsItIs() {
        Explained found = Explained.of(COPIES, "Small", Map.of());
        assertThat(Minimizer.of(
                        found.interpreter(),
                        found.property(),
                        found.trace(),
                        Minimizer.Length.ANY,
                        new Effort(0, () -> false)))
                .isEqualTo(found.trace());
        assertThat(Cost.of(found.trace()).switches()).isEqualTo(2);
        assertThat(found.trace().steps().stream().map(Choice::of).map(Choice::actor))
                .containsSubsequence("Source", "Copier");
    }
}
