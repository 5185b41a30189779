package dev.baton.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.model.protocol.Protocol;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of logs that are no behaviours, that end early, that crash, or that are no logs. */
final class ValidationTest {
    private static final Protocol RING =
            Protocols.library("ipi/ring_published.baton", Map.of("SENDERS", 2, "CRASHES", 1));
    private static final String HEAD = "# baton-log 1\n# protocol RingPublished\n";

    private static Verdict validate(String lines) throws LogException {
        return Logs.validate(Protocols.subject(RING), HEAD + lines);
    }

    private static Refusal refusal(String lines) throws LogException {
        Verdict verdict = validate(lines);
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).refusal();
    }

    @Test
    void aLogMayEndAnywhere() throws LogException {
        assertThat(validate("10 Sender[0] send let_h\n20 Sender[0] send if h=0\n"))
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(validate("")).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void saysWhereControlIsInstead() throws LogException {
        Refusal refusal =
                refusal("10 Sender[0] send let_h\n20 Sender[0] send if h=0\n30 Sender[0] send set_result h=0\n40"
                        + " Sender[1] send let_h\n");
        assertThat(refusal.explained()).isEqualTo(2);
        assertThat(refusal.line()).isEqualTo(5);
        assertThat(refusal.until()).isEqualTo(5);
        assertThat(refusal.stands()).hasSize(1);
        assertThat(refusal.stands().getFirst().differing())
                .containsExactly(new Refusal.Difference("Sender(0).send at", "set_result", "cas_head"));
        assertThat(refusal.stands().getFirst().allowed())
                .first()
                .satisfies(a -> assertThat(a.same()).isTrue());
    }

    @Test
    void saysWhyAStepIsNotEnabled() throws LogException {
        Refusal refusal =
                refusal("10 Receiver doorbell deliver\n20 Receiver doorbell let_t\n30 Sender[0] send let_h\n");
        assertThat(refusal.line()).isEqualTo(3);
        assertThat(refusal.until()).isEqualTo(4);
        assertThat(refusal.explained()).isEqualTo(1);
        assertThat(refusal.stands().getFirst().obstacles())
                .extracting(Refusal.Obstacle::action)
                .containsExactly("deliver_doorbell");
    }

    /** Both read the head before either moved it, and both say that they moved it. */
    @Test
    void twoCantHaveTheSameSlot() throws LogException {
        String both = """
            10 Sender[0] send let_h
            11 Sender[1] send let_h
            20 Sender[0] send if h=0
            21 Sender[1] send if h=0
            30 Sender[0] send cas_head h=0
            31 Sender[1] send cas_head h=0
            40 Sender[0] send set_payload h=0
            41 Sender[1] send set_payload h=0
            50 Sender[0] send set_size h=0
            """;
        Refusal refusal = refusal(both);
        assertThat(refusal.event()).isEqualTo("Sender[1] send set_payload h=0");
        assertThat(validate(both.replace("41 Sender[1] send set_payload", "41 Sender[1] send let_h")
                        .replace("let_h h=0", "let_h")))
                .isInstanceOf(Verdict.Accepted.class);
    }

    /** The doorbell is rung, or the last step of the crashed sender never happened: both can be. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void theLastStepOfACrashedKernelMayHaveHappened(boolean happened) throws LogException {
        String log = """
            10 Sender[0] send let_h
            20 Sender[0] send if h=0
            30 Sender[0] send cas_head h=0
            40 Sender[0] send set_payload h=0
            50 Sender[0] send set_size h=0
            60 Sender[0] send raise_doorbell h=0
            70 Sender[0] ! crash
            """;
        String delivered = "80 Receiver doorbell deliver\n90 Receiver doorbell let_t\n99 Sender[1] send let_h\n";
        assertThat(validate(log + (happened ? delivered : "99 Sender[1] send let_h\n")))
                .isInstanceOf(Verdict.Accepted.class);
    }

    /** Nobody takes a step after that. */
    @Test
    void aCrashIsOverWhenTheLogSaysSo() throws LogException {
        String log = """
            10 Sender[0] send let_h
            20 Sender[0] send if h=0
            30 Sender[0] ! crash
            40 Sender[0] ! end
            50 Sender[1] send let_h
            60 Sender[1] send if h=0
            """;
        assertThat(validate(log)).isInstanceOf(Verdict.Accepted.class);
        Refusal refusal = refusal("5 Sender[0] ! crash\n6 Sender[0] ! end\n" + log);
        assertThat(refusal.event()).isEqualTo("Sender[0] send let_h");
        assertThat(refusal.explained()).isEqualTo(2);
    }

    @Test
    void theEndOfAnActionIsNoStep() throws LogException {
        Protocol counter = Protocols.text("""
            protocol Counter
            kernel K {
              var n: 0..3 = 0
              action up { n += 1 }
            }
            """, Map.of());
        assertThat(Logs.validate(Protocols.subject(counter), "# baton-log 1\n1 K up -\n2 K up end\n3 K up -\n"))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void theStepBeforeTheLastOneHasHappened() throws LogException {
        Refusal refusal = refusal("""
            10 Sender[0] send let_h
            20 Sender[0] send set_payload h=0
            30 Sender[0] ! crash
            40 Sender[1] send let_h
            """);
        assertThat(refusal.line()).isEqualTo(4);
    }

    @Test
    void theBudgetOfFaultsCanBeLifted() throws LogException {
        String log = HEAD + """
            10 Sender[0] send let_h
            20 Sender[0] ! crash
            30 Sender[1] send let_h
            40 Sender[1] ! crash
            50 Receiver ! start
            """;
        String more = log + "60 Receiver doorbell deliver\n";
        assertThat(Logs.validate(Protocols.subject(RING, false, true), log)).isInstanceOf(Verdict.Accepted.class);
        assertThat(Logs.validate(Protocols.subject(RING, true, true), more)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void tellsWhatIsViolatedInEveryExplanation() throws LogException {
        Protocol counter = Protocols.text("""
            protocol Counter
            kernel K {
              var n: 0..3 = 0
              task count { loop { n += 1 } }
            }
            invariant Small: K.n < 2
            step Up: K.n' > K.n
            """, Map.of());
        Verdict verdict = Logs.validate(
                Protocols.subject(counter),
                "# baton-log 1\n1 K count set_n\n2 K count set_n\n3 K count set_n\n4 K count set_n\n");
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        assertThat(verdict.violations()).hasSize(1);
        assertThat(verdict.violations().getFirst().property().name()).isEqualTo("Small");
        assertThat(verdict.violations().getFirst().line()).isEqualTo(3);
    }

    @Test
    void anErrorIsARefusal() throws LogException {
        Protocol counter = Protocols.text(
                "protocol Counter\nkernel K {\n  var n: 0..1 = 0\n  task count { loop { n += 1 } }\n}\n", Map.of());
        Verdict verdict = Logs.validate(
                Protocols.subject(counter),
                "# baton-log 1\n1 K count set_n\n2 K count set_n\n3 K count set_n\n4 K count set_n\n");
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        assertThat(((Verdict.Refused) verdict).refusal().errors()).hasSize(1);
    }

    /** Types of half a billion values are never gone through. */
    @Test
    void largeTypesAreNotEnumerated() throws LogException {
        Protocol protocol = Protocols.text("""
            protocol Large
            param N: 1..500000000 = 500000000
            record Pair { a: 0..N, b: bool }
            memory { word: Pair = Pair { a: N, b: false } }
            kernel K {
              var last: 0..N = 0
              task work {
                loop {
                  let p = word
                  last = p.a
                  choose x in {p.a, 0}
                  word = Pair { a: x, b: true }
                }
              }
            }
            """, Map.of());
        Subject subject = Protocols.subject(protocol);
        String log = """
            # baton-log 1
            1 K work let_p
            2 K work set_last p=1000000000
            3 K work choose_x p=1000000000 choice=500000000
            4 K work set_word x=500000000
            5 K work let_p
            6 K work set_last p=1000000001
            7 K work choose_x p=1000000001 choice=0
            8 K work set_word x=0
            """;
        assertThat(Logs.validate(subject, log)).isInstanceOf(Verdict.Accepted.class);
        assertThat(Logs.validate(subject, log.replace("choice=500000000", "choice=499999999")))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(Logs.validate(subject, log.replace("x=0", "x=500000001"))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void tooManyWaysAreUndecided() throws LogException {
        Subject subject = Protocols.subject(RING);
        LogSimulator simulator = new LogSimulator(RING, new Random(1), 90);
        String log = LogSimulator.text(RING, simulator.walk(60));
        try {
            Verdict verdict = Validation.of(
                    subject,
                    LogReader.open(stream(log), Optional.empty()),
                    new Validator.Options(1, 0, Optional.empty()),
                    () -> false,
                    (count, ways) -> {});
            assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 Sender[0] send|3|expected `TIME ACTOR UNIT LABEL`",
                "x Sender[0] send let_h|3|expected a time",
                "99999999999999999999 Sender[0] send let_h|3|expected a time",
                "-5 Sender[0] send let_h|3|expected a time",
                "10 Sonder[0] send let_h|3|no actor `Sonder`",
                "10 Sender send let_h|3|the line does not say which",
                "10 Sender[2] send let_h|3|has members 0 to 1",
                "10 Sender[x] send let_h|3|no member of an actor",
                "10 Sender[0] snd let_h|3|no task or interrupt handler `snd`",
                "10 Sender[0] send let_x|3|no place `let_x`",
                "10 Sender[0] send let_h q=1|3|no local `q`",
                "10 Sender[0] jump -|3|no action or handler `jump`",
                "10 Sender[0] ! explode|3|`explode` is no fault",
                "10 Receiver ! crash|3|no fault `crash Receiver`",
                "10 Sender[0] ! lose|3|of which channel",
            })
    void saysWhatIsWrongWithALine(String line, long number, String message) {
        assertThatThrownBy(() -> validate(line + "\n"))
                .isInstanceOf(LogException.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(((LogException) e).line()).isEqualTo(number));
    }

    @Test
    void timeGoesForward() {
        assertThatThrownBy(() -> validate("10 Sender[0] send let_h\n9 Sender[1] send let_h\n"))
                .isInstanceOf(LogException.class)
                .hasMessageContaining("time goes backwards");
    }

    @Test
    void whatIsNoLogIsRefusedAtOnce() {
        Subject subject = Protocols.subject(RING);
        assertThatThrownBy(() -> Logs.validate(subject, "")).hasMessageContaining("the log is empty");
        assertThatThrownBy(() -> Logs.validate(subject, "# baton-log 2\n")).hasMessageContaining("version `2`");
        assertThatThrownBy(() -> Logs.validate(subject, "\u0000\u0001ELF")).hasMessageContaining("# baton-log 1");
        InputStream endless = new SequenceInputStream(stream(HEAD), new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        });
        assertThatThrownBy(() -> Logs.validate(subject, endless, Optional.empty()))
                .hasMessageContaining("longer than 65536 bytes");
    }

    @Test
    void readsWhatIsCompressed() throws LogException, IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write((HEAD + "10 Sender[0] send let_h\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Logs.validate(
                                Protocols.subject(RING),
                                new ByteArrayInputStream(packed.toByteArray()),
                                Optional.empty())
                        .count()
                        .events())
                .isEqualTo(1);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
