package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Factor;
import dev.baton.checker.Reduction;
import dev.baton.checker.Verdict;
import dev.baton.checker.Watch;
import dev.baton.checker.explicit.ExplicitEngine;
import dev.baton.dsl.Frontend;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.source.SourceFile;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What reductions leave out, where they are refused, and that what they leave out is what they say. */
final class ReductionsTest {
    private static final Path SPECS =
            Path.of(System.getProperty("baton.root", "..")).resolve("specs");

    /**
     * Pairs of kernels, ring contents with senders in them, and a kernel that may be dead: all of it relates members.
     */
    @Test
    void kernelsOfTheMailboxStandForEachOther() throws IOException {
        TransitionSystem system = spec("bench/mailbox", Map.of());
        CheckResult reduced = check(system, ReductionsTest::safety, true, 1);
        Reduction symmetry = applied(reduced, Reduction.Kind.SYMMETRY);
        assertThat(symmetry.what()).isEqualTo("of Kern");
        assertThat(reduced.distinct()).hasValue(18_337);
        assertThat(Math.round(exact(symmetry) * 18_337)).isEqualTo(109_405);
    }

    @Test
    void fiveSendersStandForEachOther() throws IOException {
        TransitionSystem system = spec("ipi/single_slot_full_flag", Map.of("SENDERS", 5));
        CheckResult full = check(system, ReductionsTest::safety, false, 1);
        CheckResult reduced = check(system, ReductionsTest::safety, true, 2);
        assertThat(full.distinct().orElseThrow())
                .isGreaterThan(20 * reduced.distinct().orElseThrow());
        assertThat(reduced.answers().stream().map(CheckResult.Answer::verdict))
                .allMatch(Verdict.Holds.class::isInstance);
    }

    /** Only deciding who leads is seen by a property: everything before is one order of steps. */
    @Test
    void anElectionInARingIsOneStory() throws IOException {
        TransitionSystem system = spec("classic/leader_election", Map.of("N", 6));
        CheckResult full = check(system, ReductionsTest::safety, false, 1);
        CheckResult reduced = check(system, ReductionsTest::safety, true, 2);
        assertThat(full.distinct()).hasValue(5_734);
        assertThat(reduced.distinct()).hasValue(49);
        assertThat(reduced.answers().stream().map(CheckResult.Answer::verdict))
                .allMatch(Verdict.Holds.class::isInstance);
    }

    @Test
    void livenessSeesEveryStep() throws IOException {
        TransitionSystem system = spec("ipi/single_slot_full_flag", Map.of());
        CheckResult result = check(system, p -> true, true, 1);
        assertThat(result.reduced()).isFalse();
        assertThat(result.reductions()).allMatch(r -> r.refused().orElseThrow().contains("liveness"));
        assertThat(result.distinct())
                .isEqualTo(check(system, p -> true, false, 1).distinct());
    }

    /** Two members hold each other's name, in a cycle or not: looks tell nothing, exchanging does. */
    @Test
    void relatedMembersAreOrderedInAllWays() throws IOException {
        TransitionSystem system = system("""
            protocol Friends
            kernel K[4] {
              var friend: K? = none
              action choose_friend(k in K) when friend is none and k != self { friend = some(k) }
            }
            terminal forall k in K: not (k.friend is none)
            cover Mutual: exists a, b in K: a.friend == some(b) and b.friend == some(a)
            """);
        CheckResult full = check(system, ReductionsTest::safety, false, 1);
        CheckResult reduced = check(system, ReductionsTest::safety, true, 2);
        // partial functions without fixed points on four elements, up to renaming
        assertThat(full.distinct()).hasValue(256);
        assertThat(reduced.distinct()).hasValue(19);
        Reduction symmetry = applied(reduced, Reduction.Kind.SYMMETRY);
        assertThat(Math.round(exact(symmetry) * 19)).isEqualTo(256);
    }

    /** A step that is only possible before another one must not be put off for ever. */
    @Test
    void whatIsPutOffIsTakenInTheEnd() throws IOException {
        TransitionSystem system = system("""
            protocol Spinning
            kernel Spinner {
              states A, B
              in A { action ab { goto B } }
              in B { action ba { goto A } }
            }
            kernel Other {
              var done: bool = false
              action finish when not done { done = true }
            }
            invariant NeverDone: not Other.done
            """);
        CheckResult reduced = check(system, ReductionsTest::safety, true, 1);
        applied(reduced, Reduction.Kind.PARTIAL_ORDER);
        assertThat(verdict(reduced, "NeverDone")).isInstanceOf(Verdict.Violated.class);
    }

    /** Between the first and the second step of each there is something to be seen. */
    @Test
    void whatAPropertySeesIsNotPutOff() throws IOException {
        TransitionSystem system = system("""
            protocol Both
            kernel A {
              states P, Q, R
              var up: bool = false
              in P { action rise { up = true goto Q } }
              in Q { action fall { up = false goto R } }
            }
            kernel B {
              states P, Q, R
              var up: bool = false
              in P { action climb { up = true goto Q } }
              in Q { action drop { up = false goto R } }
            }
            terminal A.state == R and B.state == R
            invariant NeverBoth: not (A.up and B.up)
            """);
        CheckResult reduced = check(system, ReductionsTest::safety, true, 1);
        assertThat(verdict(reduced, "NeverBoth")).isInstanceOf(Verdict.Violated.class);
    }

    /** Where A stands it can go on at once, but B can open another way. */
    @Test
    void whatOthersMakePossibleIsNotPutOff() throws IOException {
        TransitionSystem system = system("""
            protocol Trap
            memory open: bool = false
            kernel A {
              states Here, Gone, Inside, Caught
              in Here {
                action leave { goto Gone }
                action enter when open { goto Inside }
              }
              in Inside { action shut { goto Caught } }
            }
            kernel B {
              states Before, After
              in Before { action open_up { open = true goto After } }
            }
            terminal A.state == Gone or A.state == Caught
            invariant NeverCaught: A.state != Caught
            cover Opens: open
            """);
        CheckResult reduced = check(system, ReductionsTest::safety, true, 1);
        applied(reduced, Reduction.Kind.PARTIAL_ORDER);
        assertThat(verdict(reduced, "NeverCaught")).isInstanceOf(Verdict.Violated.class);
    }

    /** With fewer steps the violation is found late; it is looked for again. */
    @Test
    void counterexamplesStayShortest() throws IOException {
        TransitionSystem system = system("""
            protocol Detour
            kernel Long {
              states A, B, C, D
              in A { action ab { goto B } }
              in B { action bc { goto C } }
              in C { action cd { goto D } }
            }
            kernel Short {
              var bad: bool = false
              action fail when not bad { bad = true }
            }
            terminal Short.bad
            invariant Good: not Short.bad
            """);
        CheckResult reduced = check(system, ReductionsTest::safety, true, 1);
        assertThat(reduced.reduced()).isTrue();
        Verdict.Violated violated = (Verdict.Violated) verdict(reduced, "Good");
        assertThat(violated.trace().orElseThrow().steps()).hasSize(1);
    }

    @Test
    void whatIsWrittenBeforeItIsReadTellsNoStatesApart() throws IOException {
        TransitionSystem system = system("""
            protocol Scratch
            memory sum: 0..1 = 0
            kernel K {
              states Reading, Adding
              var scratch: 0..3 = 0
              in Reading { action read(n in 0..3) { scratch = n goto Adding } }
              in Adding { action add { sum = (sum + scratch) % 2 goto Reading } }
            }
            cover Odd: sum == 1
            """);
        assertThat(check(system, ReductionsTest::safety, false, 1).distinct()).hasValue(16);
        CheckResult reduced = check(system, ReductionsTest::safety, true, 1);
        assertThat(applied(reduced, Reduction.Kind.DEAD_VARIABLES).what()).isEqualTo("in K.scratch");
        assertThat(reduced.distinct()).hasValue(10);
        assertThat(exact(applied(reduced, Reduction.Kind.DEAD_VARIABLES))).isEqualTo(1.6);
    }

    /** With another factor of symmetry among the states that are counted than among those that are visited. */
    @Test
    void factorsMultiplyToAllStates() throws IOException {
        TransitionSystem system = spec("classic/two_phase_commit", Map.of("RMS", 5));
        CheckResult full = check(system, ReductionsTest::safety, false, 1);
        CheckResult reduced = check(system, ReductionsTest::safety, true, 2);
        double symmetry = exact(applied(reduced, Reduction.Kind.SYMMETRY));
        Factor others = applied(reduced, Reduction.Kind.PARTIAL_ORDER).factor().orElseThrow();
        assertThat(others.of()).containsExactly(Reduction.Kind.PARTIAL_ORDER, Reduction.Kind.DEAD_VARIABLES);
        assertThat(applied(reduced, Reduction.Kind.DEAD_VARIABLES).factor()).hasValue(others);
        double visited = reduced.distinct().orElseThrow();
        assertThat(exact(applied(reduced, Reduction.Kind.PARTIAL_ORDER))).isGreaterThan(1);
        assertThat(Math.round(symmetry * exact(others) * visited))
                .isEqualTo(full.distinct().orElseThrow());
    }

    @Test
    void tooManyStatesAreCountedInPart() {
        TransitionSystem system = system(walkers(8));
        CheckResult reduced = check(system, ReductionsTest::safety, true, 1);
        Factor factor = applied(reduced, Reduction.Kind.PARTIAL_ORDER).factor().orElseThrow();
        assertThat(reduced.distinct()).hasValue(25);
        assertThat(factor)
                .isInstanceOfSatisfying(
                        Factor.AtLeast.class,
                        least -> assertThat(least.times()).isBetween(20_000 / 25.0, 65_536 / 25.0));
        CheckResult together = check(system, ReductionsTest::safety, true, 3);
        assertThat(together.reductions()).isEqualTo(reduced.reductions());
        assertThat(together.coverage()).isEqualTo(reduced.coverage()).isPresent();
    }

    /** What is never used is looked for without reductions among a million states, and these are counted. */
    @Test
    void theSearchForWhatIsNeverUsedCounts() {
        String idle = """
            kernel Idle {
              states Here, There
              in There { action stay { goto There } }
            }
            """;
        CheckResult unused = check(system(walkers(8) + idle), ReductionsTest::safety, true, 2);
        assertThat(unused.coverage().orElseThrow().never()).isNotEmpty();
        assertThat(unused.distinct()).hasValue(25);
        assertThat(exact(applied(unused, Reduction.Kind.PARTIAL_ORDER))).isEqualTo(65_536 / 25.0);
    }

    @Test
    void statesOfLongSearchesAreNotCounted() throws IOException {
        TransitionSystem system = spec("bench/mailbox", Map.of("K", 2));
        CheckResult reduced = check(system, ReductionsTest::safety, true, 2);
        assertThat(reduced.distinct().orElseThrow()).isGreaterThan(100_000);
        assertThat(applied(reduced, Reduction.Kind.DEAD_VARIABLES).factor().orElseThrow())
                .isInstanceOf(Factor.NotCounted.class);
        assertThat(exact(applied(reduced, Reduction.Kind.SYMMETRY))).isBetween(5.0, 6.0);
    }

    /** Kernels that go three steps each, and never meet. */
    private static String walkers(int kernels) {
        StringBuilder text = new StringBuilder("protocol Walkers\n");
        for (char name = 'A'; name < 'A' + kernels; name++) {
            text.append("""
                kernel %s {
                  states S, T, U, V
                  in S { action %2$s1 { goto T } }
                  in T { action %2$s2 { goto U } }
                  in U { action %2$s3 { goto V } }
                }
                """.formatted(name, Character.toLowerCase(name)));
        }
        return text.append("terminal A.state == V\n").toString();
    }

    private static double exact(Reduction reduction) {
        return exact(reduction.factor().orElseThrow());
    }

    private static double exact(Factor factor) {
        assertThat(factor).isInstanceOf(Factor.Exact.class);
        return ((Factor.Exact) factor).times();
    }

    private static boolean safety(Property property) {
        return !property.kind().liveness();
    }

    private static Reduction applied(CheckResult result, Reduction.Kind kind) {
        return result.reductions().stream()
                .filter(r -> r.applied() && r.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError(result.reductions().toString()));
    }

    private static Verdict verdict(CheckResult result, String property) {
        return result.answers().stream()
                .filter(a -> a.property().name().equals(property))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static CheckResult check(TransitionSystem system, Predicate<Property> wanted, boolean reduce, int workers) {
        List<Property> properties = system.properties().stream().filter(wanted).toList();
        CheckRequest request = new CheckRequest(system, properties, workers, Optional.empty(), Optional.empty());
        return new ExplicitEngine().check(reduce ? request.reducing() : request, Watch.NOBODY);
    }

    private static TransitionSystem spec(String name, Map<String, Integer> parameters) throws IOException {
        return system(Files.readString(SPECS.resolve(name + ".baton")), parameters);
    }

    private static TransitionSystem system(String text) {
        return system(text, Map.of());
    }

    private static TransitionSystem system(String text, Map<String, Integer> parameters) {
        Path path = Path.of("test.baton");
        var loaded = Frontend.load(path, new SourceFile(path.toString(), text));
        assertThat(loaded.result()).as(loaded.diagnostics().toString()).isPresent();
        var protocol = Frontend.protocol(loaded.result().orElseThrow(), parameters);
        assertThat(protocol.result()).as(protocol.diagnostics().toString()).isPresent();
        return Lowering.lower(protocol.result().orElseThrow());
    }
}
