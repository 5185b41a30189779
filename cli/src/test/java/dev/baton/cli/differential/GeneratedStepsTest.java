package dev.baton.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What generated Java does in steps of kinds that are easily got wrong, seen along traces of the model. */
final class GeneratedStepsTest {
    @TempDir
    private Path folder = Path.of(".");

    /** Operations on memory whose old value nobody reads. */
    private static final String UNREAD = """
        protocol Unread
        record Pair { a: 0..1, b: 0..1 }
        memory { ticket: 0..2 = 0; word: 0..2 = 0; flag: bool = false }
        kernel K {
          task go {
            var old: 0..2 = 0
            var won: bool = false
            var pair: Pair = Pair { a: 0, b: 0 }
            old = fetch_add(ticket, 1)
            old = xchg(word, 2)
            won = cas(flag, false, true)
            pair.a = ticket
            atomic { old = fetch_add(ticket, 1) }
          }
        }
        invariant Fine: ticket <= 2
        cover Done: ticket == 2 and word == 2 and flag
        """;

    /** Branches whose first step waits for the store buffer lead back to the choice. */
    private static final String BUFFERED = """
        protocol Buffered
        memory tso(1) { x: 0..2 = 0; y: 0..2 = 0 }
        memory { lock: bool = false; go: bool = false }
        ipi bell to L
        kernel K {
          var told: 0..9 = 0
          task fenced { x = 1 either { fence; told = 1 } or { await go; told = 2 } }
        }
        kernel S {
          var told: 0..9 = 0
          task stores { x = 2 either { y = 1 } or { await go; told = 3 } }
        }
        kernel C {
          var told: 0..9 = 0
          task locks {
            y = 2
            either {
              if cas(lock, false, true) { told = 4 }
            } or {
              either { raise bell } or { await go; told = 5 }
            }
          }
        }
        kernel L {
          var rung: bool = false
          interrupt bell { rung = true }
          task let_go { go = true }
        }
        invariant Fine: K.told <= 5 and S.told <= 5 and C.told <= 5 and (L.rung implies C.told != 4)
        """;

    @TestFactory
    Stream<DynamicTest> follows() {
        return Stream.of(UNREAD, BUFFERED)
                .map(text -> DynamicTest.dynamicTest(text.split("\\s+", 3)[1], () -> follow(text)));
    }

    private void follow(String text) throws IOException {
        String name = "g." + text.split("\\s+", 3)[1].toLowerCase(java.util.Locale.ROOT);
        assertThat(new GeneratedCode(folder)
                        .follow(Trial.protocol(text).result().orElseThrow(), name, 3_000))
                .isInstanceOf(GeneratedCode.Outcome.Followed.class);
    }
}
