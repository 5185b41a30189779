package dev.baton.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs of something else. */
final class MapTest {
    private static final String MAP = """
        # the kernel's own words
        time s
        line ^\\[ *(?<time>[0-9.]+)\\] spawn(?<n>\\d): slot (?<slot>\\d) is mine$
          => Sender[${n}] send set_payload h=${slot}
        line ^\\[ *(?<time>[0-9.]+)\\] host: message of spawn(?<n>\\d)$
          => Receiver doorbell set_delivered s=Sender(${n})
        ignore usb
        hidden Sender send let_h if cas_head set_size raise_doorbell set_result set_result_2
        hidden Receiver doorbell deliver let_t if if_2 if_3 set_size set_tail
        """;
    private static final String LOG = """
        [    0.000010] spawn0: slot 0 is mine
        [    0.000020] usb 1-1: new device
        [    0.000030] spawn1: slot 1 is mine
        [    0.000040] host: message of spawn0
        [    0.000050] host: message of spawn1
        """;

    private static final Subject RING_AGAIN =
            Protocols.subject(Protocols.library("ipi/ring_published.baton", Map.of()));

    private static Subject ring() {
        return Protocols.subject(Protocols.library("ipi/ring_published.baton", Map.of()));
    }

    @Test
    void stepsThatAreNotLoggedAreFound() throws LogException {
        Verdict verdict = Logs.validate(ring(), LOG, MAP);
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        assertThat(verdict.count().events()).isEqualTo(4);
        assertThat(verdict.count().hidden()).isGreaterThan(10);
    }

    @Test
    void whatNoHiddenStepExplainsIsRefused() throws LogException {
        String twice = LOG.replace("of spawn1", "of spawn0") + "[    0.000060] host: message of spawn1\n";
        Verdict verdict = Logs.validate(ring(), twice, MAP);
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        assertThat(((Verdict.Refused) verdict).refusal().line()).isEqualTo(5);
    }

    @Test
    void linesOutOfOrderNeedSlack() throws LogException {
        String early = """
            [    0.000010] host: message of spawn0
            [    0.000012] spawn0: slot 0 is mine
            [    0.000100] spawn1: slot 1 is mine
            [    0.000200] spawn1: slot 1 is mine
            """.replace("[    0.000200] spawn1: slot 1 is mine\n", "");
        assertThat(Logs.validate(ring(), early, MAP)).isInstanceOf(Verdict.Refused.class);
        assertThat(Logs.validate(ring(), early, MAP + "effect within 5us\n")).isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lin x|1|begins no line of a map",
                "line (|1|the pattern is broken",
                "=> K a b|1|before the first `line`",
                "time h|1|expected `time s`",
                "skew 5|1|is no duration",
                "effect never|1|expected `effect at`",
                "hidden K|1|expected `hidden ACTOR",
                "others maybe|1|expected `others ignore`",
                "skew 5us|0|the map has no `line`",
            })
    void saysWhatIsWrongWithAMap(String text, long line, String message) {
        assertThatThrownBy(() -> MapText.read(text))
                .isInstanceOf(LogException.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(((LogException) e).line()).isEqualTo(line));
    }

    @Test
    void aGroupThatIsNotThereIsTold() {
        assertThatThrownBy(() -> MapText.read("line a(?<n>b)\n=> K[${m}] t x"))
                .isInstanceOf(LogException.class)
                .hasMessageContaining("no group `m`");
    }

    @Test
    void aHiddenStepMustBeThere() {
        assertThatThrownBy(() -> Logs.validate(RING_AGAIN, LOG, MAP + "hidden Sender send nothing\n"))
                .isInstanceOf(LogException.class)
                .hasMessageContaining("no step `Sender send nothing`");
    }

    @Test
    void aLineThatMatchesNothingIsAnError() {
        assertThatThrownBy(() -> Logs.validate(ring(), "[ 0.1] oops\n", MAP))
                .isInstanceOf(LogException.class)
                .hasMessageContaining("no `line` of the map matches");
    }
}
