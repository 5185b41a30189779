package dev.baton.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code choice=} says is what was chosen: branches of {@code either}, elements and messages, in order. */
final class ChoicesTest {
    /** Both branches of the task begin with the same text. */
    private static final String COPIES = """
        protocol Copies
        proc p() { skip }
        kernel K {
          var x: 0..2 = 0
          task t { loop { either { p()  x = 1 } or { p()  x = 2 } } }
        }
        """;

    private static final String JUMPS = """
        protocol Jumps
        kernel K {
          var x: 0..2 = 0
          task t {
            loop { either { x = 1 } or { break } or { break } or { either { x = 0 } or { break } } }
            x = 2
          }
        }
        """;

    private static final String ACTIONS = """
        protocol Actions
        index Page[2]
        kernel K {
          var x: 0..2 = 0
          var m[Page]: 0..1 = 0
          action go when x == 0 { either { x = 1 } or { x = 2 } }
          action pick when x == 0 { either { choose a in {1, 2}  x = a } or { skip } }
          action chain when x == 0 { if m[Page(0)] == 1 { x = 1 } else { either { x = 1 } or { x = 2 } } }
          action pages { for p in Page { either { m[p] = 1 } or { skip } } }
          action set(p in Page) { either { m[p] = 1 } or { m[p] = 0 } }
          action one when x == 1 { x = 0 }
          action two when x == 2 { x = 0 }
          action zero when x == 0 { skip }
          action marked(p in Page) when m[p] == 1 and (forall q in Page: q == p or m[q] == 0) { skip }
        }
        """;

    private static final String MESSAGES = """
        protocol Messages
        message Number { n: 0..2 }
        channel loose: A -> B carries Number unordered capacity 2
        kernel A[2] { task sends { send loose(Number { n: 0 })  send loose(Number { n: 2 }) } }
        kernel B {
          var got: 0..3 = 0
          task takes { either { receive loose(Number { n })  got = n } or { got = 3 } }
          on loose(Number { n }) { either { got = n } or { got = 1 } }
        }
        """;

    private static boolean accepts(String protocol, String log) throws LogException {
        StringBuilder lines = new StringBuilder("# baton-log 1\n");
        int time = 0;
        for (String event : log.split("; ", -1)) {
            lines.append(time += 10).append(' ').append(event).append('\n');
        }
        return Logs.validate(Protocols.subject(Protocols.text(protocol, Map.of())), lines.toString())
                instanceof Verdict.Accepted;
    }

    @ParameterizedTest
    @CsvSource({
        "choice=0, set_x, true",
        "choice=1, set_x_2, true",
        "choice=0, set_x_2, false",
        "choice=1, set_x, false",
        "choice=2, set_x_2, false",
        "'choice=0,0', set_x, false",
        "'', set_x, true",
        "'', set_x_2, true",
    })
    void tellsCopiesApart(String choice, String next, boolean right) throws LogException {
        assertThat(accepts(COPIES, "K t either " + choice + "; K t " + next)).isEqualTo(right);
    }

    /** Branches that only jump lead to the same step. */
    @ParameterizedTest
    @CsvSource({
        "0, either, true",
        "0, end, false",
        "1, end, true",
        "2, end, true",
        "1, either, false",
        "'3,0', either, true",
        "'3,0', end, false",
        "'3,1', end, true",
        "'3,1', either, false",
        "'3,2', end, false",
        "4, end, false",
    })
    void jumpsAreBranchesToo(String choice, String next, boolean right) throws LogException {
        assertThat(accepts(JUMPS, "K t either choice=" + choice + "; K t " + next))
                .isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "go - choice=0|one|true",
                "go - choice=0|two|false",
                "go - choice=1|two|true",
                "go - choice=1|one|false",
                "go - choice=2|two|false",
                "go -|one|true",
                "go -|two|true",
                "go -|zero|false",
                "pick - choice=0,1|one|true",
                "pick - choice=0,2|two|true",
                "pick - choice=0,2|one|false",
                "pick - choice=0,0|zero|false",
                "pick - choice=0|one|true",
                "pick - choice=0|zero|false",
                "pick - choice=1|zero|true",
                "pick - choice=1|one|false",
                "pick - choice=1,1|one|false",
                "chain - choice=0|one|true",
                "chain - choice=1|two|true",
                "chain - choice=1|one|false",
                "pages - choice=0,1|marked - p=0|true",
                "pages - choice=1,0|marked - p=1|true",
                "pages - choice=1,0|marked - p=0|false",
                "pages - choice=0,0|marked - p=0|false",
                "pages - choice=0,1,0|marked - p=0|false",
                "set - p=1 choice=0|marked - p=1|true",
                "set - p=1 choice=0|marked - p=0|false",
                "set - p=1 choice=1|marked - p=1|false",
            })
    void whatOneStepChooses(String first, String next, boolean right) throws LogException {
        String step = next.contains(" ") ? next : next + " -";
        assertThat(accepts(ACTIONS, "K " + first + "; K " + step + "; K set - p=0"))
                .isEqualTo(right);
    }

    /** The branch, then the sender, then the message; a handler's sender has a name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "B takes either choice=0,1,2; B takes set_got n=2|true",
                "B takes either choice=0,1,0; B takes set_got n=0|true",
                "B takes either choice=0,1,0; B takes set_got n=2|false",
                "B takes either choice=0,1,1; B takes set_got n=1|false",
                "B takes either choice=0,0,2; B takes set_got n=2|false",
                "B takes either choice=1; B takes end|true",
                "B takes either choice=1,2; B takes end|false",
                "B on_loose_Number - choice=2,0 from=1; B on_loose_Number - choice=0,1 from=1; B takes either|true",
                "B on_loose_Number - choice=2,0 from=0; B takes either choice=1|false",
                "B on_loose_Number - choice=2,2 from=1; B takes either choice=1|false",
                "B on_loose_Number - choice=1,0 from=1; B takes either choice=1|false",
            })
    void branchesSendersAndMessages(String events, boolean right) throws LogException {
        String sent = "A[1] sends send_loose; A[1] sends send_loose_2; A[1] sends end; ";
        assertThat(accepts(MESSAGES, sent + events + "; B on_loose_Number - choice=0,0 from=1"))
                .isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(strings = {COPIES, JUMPS, ACTIONS, MESSAGES})
    void whatTheModelChoosesIsABehaviour(String text) throws LogException {
        var protocol = Protocols.text(text, Map.of());
        Subject subject = Protocols.subject(protocol);
        for (int seed = 0; seed < 20; seed++) {
            LogSimulator simulator = new LogSimulator(protocol, new Random(seed), 20 * (seed % 6));
            String log = LogSimulator.text(protocol, simulator.walk(60));
            assertThat(Logs.validate(subject, log)).as("seed %d%n%s", seed, log).isInstanceOf(Verdict.Accepted.class);
        }
    }
}
