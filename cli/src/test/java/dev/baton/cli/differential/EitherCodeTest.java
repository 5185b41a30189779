package dev.baton.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.model.protocol.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Traces tell which branches of {@code either} to take, wherever these stand, so that right code follows them. */
final class EitherCodeTest {
    private static final String STEPS = """
        protocol Steps
        proc p() { skip }
        kernel K {
          var x: 0..2 = 0
          task t { loop { either { p()  x = 1 } or { p()  x = 2 } } }
        }
        """;

    private static final Map<String, String> PROTOCOLS = Map.of(
            "the last of a chain of tests",
            """
            protocol Chain
            kernel K {
              var n: 0..2 = 0
              var x: 0..2 = 0
              action go {
                if n == 0 { n = 1 } else if n == 1 { n = 2  x = 2 } else { either { x = 0 } or { x = 1 } }
              }
            }
            """,
            "a branch that begins with a test",
            """
            protocol Tests
            kernel K {
              var n: 0..2 = 0
              var x: 0..2 = 0
              action go {
                either { if n == 0 { n = 1 } else { either { x = 0 } or { x = 1 } } } or { if n == 1 { n = 2 } else { n = 0 } }
              }
            }
            """,
            "once for each value",
            """
            protocol Pages
            index Page[2]
            kernel K {
              var m[Page]: 0..1 = 0
              action go { for p in Page { either { m[p] = 1 } or { skip } } }
            }
            """,
            "copies of a proc, in a task",
            STEPS,
            "copies of a proc, in an action",
            """
            protocol Acts
            proc p() { skip }
            kernel K {
              var x: 0..2 = 0
              action go { either { p()  x = 1 } or { p()  x = 2 } }
            }
            """,
            "unrolled, nested, and within one step",
            """
            protocol Unrolled
            index Page[2]
            kernel K {
              var m[Page]: 0..2 = 0
              task t {
                for p in Page { either { m[p] = 1 } or { either { m[p] = 2 } or { for q in Page { }  skip } } }
                atomic { for p in Page { if m[p] == 0 { either { m[p] = 1 } or { m[p] = 2 } } } }
              }
            }
            """,
            "with elements and messages",
            """
            protocol Mixed
            index Page[2]
            enum Mood { Calm, Busy, Lost }
            message Number { n: 0..1 }
            channel loose: A -> B carries Number unordered capacity 2
            channel tiny: A -> B carries Number capacity 1
            kernel A {
              var m[Page]: 0..2 = 0
              task sends {
                either { send loose(Number { n: 0 }) }
                or { either { send loose(Number { n: 1 }) } or { send tiny(Number { n: 1 }) } }
              }
              action turn(p in Page) when m[p] == 0 {
                either { choose v in {1, 2}  m[p] = v } or { either { m[p] = 2 } or { skip } }
              }
            }
            kernel B {
              var mood: Mood = Calm
              var last: 0..3 = 0
              on loose(Number { n }) {
                if n == 0 { either { last = 0 } or { last = 1 } }
                else if last == 0 { choose v in {2, 3}  last = v }
                else { either { last = 3 } or { mood = Lost } }
              }
              task takes {
                either { receive tiny(Number { n })  last = n } or { await mood == Lost }
                atomic {
                  match mood {
                    Calm => { either { mood = Busy } or { mood = Lost } }
                    Busy => { skip }
                    _ => { either { last = 2 } or { last = 3 } }
                  }
                }
              }
            }
            """,
            "with a sender",
            """
            protocol Senders
            message Number { n: 0..1 }
            channel loose: A -> B carries Number unordered
            kernel A[2] { task sends { either { send loose(Number { n: 0 }) } or { send loose(Number { n: 1 }) } } }
            kernel B {
              var last: 0..2 = 0
              on loose(Number { n }) from a when last < 2 {
                either { last = n } or { if a == A(1) { either { last = 1 } or { last = 2 } } }
              }
            }
            """,
            "a branch that leads back to the choice",
            """
            protocol Sets
            memory { open: set<0..1> = {0, 1} }
            kernel K {
              var x: 0..1 = 0
              task t {
                loop {
                  let i = x
                  either { choose a in open  x = a } or { choose b in open minus {i}  x = b }
                }
              }
            }
            kernel L { task t { loop { open = {}  open = {1} } } }
            """);

    @TempDir
    private Path folder = Path.of(".");

    @TestFactory
    Stream<DynamicTest> takesEveryBranch() {
        return PROTOCOLS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(),
                        () -> assertThat(new GeneratedCode(folder).follow(of(e.getValue()), "g.right", 500))
                                .isInstanceOf(GeneratedCode.Outcome.Followed.class)));
    }

    @Test
    void noticesTheOtherBranch() throws IOException {
        GeneratedCode code = new GeneratedCode(folder);
        Protocol swapped =
                of(STEPS.replace("x = 1", "x = 3").replace("x = 2", "x = 1").replace("x = 3", "x = 2"));
        assertThat(code.follow(of(STEPS), "g.steps", 500)).isInstanceOf(GeneratedCode.Outcome.Followed.class);
        assertThatThrownBy(() -> code.follow(swapped, of(STEPS), "g.swapped", 500))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("grant K 0 t set_x")
                .hasMessageContaining("variable K 0 x: 2 instead of 1");
    }

    private static Protocol of(String text) {
        return Trial.protocol(text).result().orElseThrow();
    }
}
