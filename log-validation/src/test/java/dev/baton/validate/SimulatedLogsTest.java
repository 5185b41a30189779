package dev.baton.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.model.protocol.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs of walks are behaviours, whatever the times; and of short ones, right or not, the oracle says the same. */
final class SimulatedLogsTest {
    private static final List<Subject> SMALL = List.of(
            subject("ipi/ring_published.baton", Map.of()),
            subject("ipi/single_slot.baton", Map.of()),
            subject("classic/peterson_tso.baton", Map.of("FENCED", 0)),
            subject("classic/leader_election.baton", Map.of()),
            subject("handover/two_phase.baton", Map.of()),
            subject("ipi/doorbell_tso.baton", Map.of()),
            Protocols.subject(Protocols.text("""
                protocol Apart
                memory { a: 0..2 = 0  b: 0..2 = 0 }
                kernel K[2] {
                  var mine: 0..2 = 0
                  task up { loop { mine = 1  a = mine  b = 1  mine = 0  b = 0  a = 0 } }
                }
                invariant Apart: a + b < 2
                invariant Alone: (count k in K: k.mine == 1) < 2
                step OneByOne: b' == 1 implies a == 1
                """, Map.of())));

    private static Subject subject(String file, Map<String, Integer> parameters) {
        return Protocols.subject(Protocols.library(file, parameters), false, false);
    }

    @ParameterizedTest
    @CsvSource({
        "bench/mailbox.baton, 0",
        "classic/dining_philosophers.baton, 0",
        "classic/leader_election.baton, 0",
        "classic/peterson.baton, 0",
        "classic/peterson_tso.baton, 0",
        "classic/two_phase_commit.baton, 0",
        "cores/boot_mailbox.baton, 0",
        "cores/boot_v1.baton, 0",
        "handover/one_phase.baton, 0",
        "handover/two_phase.baton, 0",
        "ipi/doorbell_tso.baton, 0",
        "ipi/ring_claim_then_fill.baton, 0",
        "ipi/ring_published.baton, 1",
        "ipi/single_slot.baton, 0",
        "ipi/single_slot_full_flag.baton, 0"
    })
    void whatTheModelDoesIsABehaviour(String file, int crashes) throws LogException {
        Protocol protocol = Protocols.library(file, crashes == 0 ? Map.of() : Map.of("CRASHES", crashes));
        Subject subject = Protocols.subject(protocol);
        for (int seed = 0; seed < 20; seed++) {
            LogSimulator simulator = new LogSimulator(protocol, new Random(seed), 20 * (seed % 6));
            String log = LogSimulator.text(protocol, simulator.walk(150));
            assertThat(Logs.validate(subject, log)).as("seed %d%n%s", seed, log).isInstanceOf(Verdict.Accepted.class);
        }
    }

    @Property(tries = 500)
    void theOracleSaysTheSame(
            @ForAll @IntRange(max = 6) int which,
            @ForAll @LongRange(max = 1_000_000) long seed,
            @ForAll @IntRange(max = 4) int mutation)
            throws LogException {
        Subject subject = SMALL.get(which);
        Random random = new Random(seed);
        LogSimulator simulator = new LogSimulator(subject.protocol(), random, 70);
        List<LogSimulator.Line> walked = simulator.walk(14).stream()
                .filter(line -> !line.text().contains(" ! "))
                .toList();
        List<LogSimulator.Line> lines = mutated(walked, mutation, random);
        Assume.that(lines.size() > 1 && distinct(lines));
        Verdict verdict = Logs.validate(subject, LogSimulator.text(subject.protocol(), lines));
        OptionalLong expected = Oracle.explains(subject, lines);
        assertThat(verdict instanceof Verdict.Accepted)
                .as(() -> LogSimulator.text(subject.protocol(), lines) + verdict)
                .isEqualTo(expected.isPresent());
        if (expected.isPresent()) {
            assertThat(bits(subject, verdict))
                    .as(() -> LogSimulator.text(subject.protocol(), lines) + verdict)
                    .isEqualTo(expected.getAsLong());
        }
    }

    private static long bits(Subject subject, Verdict verdict) {
        long bits = 0;
        for (Violation violation : verdict.violations()) {
            bits |= 1L << subject.properties().indexOf(violation.property());
        }
        return bits;
    }

    private static boolean distinct(List<LogSimulator.Line> lines) {
        return lines.stream().map(LogSimulator.Line::time).distinct().count() == lines.size();
    }

    private static List<LogSimulator.Line> mutated(List<LogSimulator.Line> lines, int mutation, Random random) {
        List<LogSimulator.Line> changed = new ArrayList<>(lines);
        if (lines.size() < 3) {
            return changed;
        }
        int i = random.nextInt(lines.size());
        int j = random.nextInt(lines.size());
        LogSimulator.Line a = lines.get(i);
        LogSimulator.Line b = lines.get(j);
        switch (mutation) {
            case 1 -> changed.remove(i);
            case 2 -> {
                changed.set(i, new LogSimulator.Line(a.time(), b.text()));
                changed.set(j, new LogSimulator.Line(b.time(), a.text()));
            }
            case 3 -> changed.set(i, new LogSimulator.Line(a.time(), a.text().replace("=0", "=1")));
            case 4 -> changed.set(i, new LogSimulator.Line(a.time(), b.text()));
            default -> {}
        }
        return changed;
    }
}
