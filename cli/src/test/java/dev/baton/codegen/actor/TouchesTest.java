package dev.baton.codegen.actor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.dsl.Frontend;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.SourceFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which protocols run without a lock; each is told by what one kernel does, or by an actor more. */
final class TouchesTest {

    private static boolean lockFree(String declarations) {
        String text = """
            protocol Steps
            memory {
              w: 0..9 = 0
              x: 0..9 = 0
              who: Dead? = none
              ready: set<0..3> = {}
              at[0..3][bool]: 0..9 = 0
            }
            channel ctl: Dead -> Boss carries Note fifo capacity 2
            message Note {}
            ipi bell to Boss
            kernel Dead {
              task die { x = 2 halt }
            }
            kernel Risen initially off {}
            kernel Starter { task begin { start Risen } }
            """ + declarations + "\nkernel Boss {\n interrupt bell { skip }\n on ctl(Note) { skip }\n}\n";
        Protocol protocol = Frontend.load(Path.of("steps.baton"), new SourceFile("steps.baton", text))
                .result()
                .flatMap(loaded -> Frontend.protocol(loaded, Map.of()).result())
                .orElseThrow(() -> new AssertionError("not a protocol:\n" + text));
        return Touches.lockFree(protocol);
    }

    private static boolean alone(String unit) {
        return lockFree("kernel K {\n var own: 0..9 = 0\n var here: bool = false\n var row[bool]: 0..9 = 0\n"
                + unit.replace(';', '\n') + "\n}");
    }

    /** A death that is seen first may be seen later; one that isn't, and one behind a load, may not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        task t { if not live(Dead) and w == 1 { own = 1 } }                      | true
        task t { if own == 1 and not live(Dead) and w == 1 { own = 2 } }         | true
        task t { while not live(Dead) and w == 1 { own = 1 } }                   | true
        task t { await not live(Dead) and w == 1 }                               | true
        action a when own == 0 and not live(Dead) { own = 1; raise bell }        | true
        action a when not live(Dead) { own = 1 }                                 | true
        task t { if not live(Dead) { w = 1 } else { x = 1 } }                    | true
        task t { here = not live(Dead) }                                         | true
        task t { if w == 1 and not live(Dead) { own = 1 } }                      | false
        task t { if not live(Dead) or w == 1 { own = 1 } }                       | false
        task t { w = if not live(Dead) then 1 else 0 }                           | false
        task t { if not (not live(Dead) and w == 1) { own = 1 } }                | false
        task t { if live(Dead) and w == 1 { own = 1 } }                          | false
        task t { if not live(Risen) and w == 1 { own = 1 } }                     | false
        task t { atomic { if not live(Dead) { own = 1 } else { x = 1 } } }       | false
        task t { atomic { x = 1; if not live(Dead) { own = 1 } } }               | false
        task t { await not live(who!) }                                          | false
        action a when own == 0 { own = 1; if not live(Dead) { } else { x = 1 } } | false
        action a(p in ready) when not live(Dead) { own = p }                     | false
        """)
    void deathIsSeenFirst(String unit, boolean free) {
        assertThat(alone(unit)).isEqualTo(free);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        task t { w = 1; halt }                          | true
        action a when own == 0 { own = 1; halt }        | true
        action a when own == 0 { w = 1; halt }          | false
        task t { atomic { w = 1; halt } }               | false
        action a(p in ready) { own = p }                | true
        action a(p in ready) { w = p }                  | false
        action a(p in ready) when w == 1 { own = p }    | false
        action a(p in 0..3) { w = p }                   | true
        task t { own = at[1][true] }                    | true
        task t { atomic { row = at[1] } }               | false
        """)
    void everythingThatAStepTouchesCounts(String unit, boolean free) {
        assertThat(alone(unit)).isEqualTo(free);
    }

    /** What runs at the same time has no lock of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "environment E { var n: 0..9 = 0; task a { n = 1 }; task b { n = 2 } }",
                "environment E { var n: 0..9 = 0; task a { n = 1 }; action b when w == 1 { skip } }",
                "environment E { task a { skip }; action b when w == 1 { halt } }",
                "kernel K on core 1 { var n: 0..9 = 0; task a on core 2 { n = 1 }; task b { n = 2 } }",
                "kernel K on core 1 { var n: 0..9 = 0; task a on core 2 { n = 1 }; action b when w == 1 { skip } }",
                "channel more: E -> Boss carries Note fifo capacity 2; environment E { task a { send more(Note) };"
                        + " task b { send more(Note) } }",
            })
    void strandsOfOneMemberRace(String actor) {
        assertThat(lockFree(actor.replace(';', '\n'))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "environment E { var n: 0..9 = 0; task a { n = 1 } }",
                "environment E { task a { w = 1 }; task b { w = 2 } }",
                "kernel K { var n: 0..9 = 0; task a { n = 1 }; task b { n = 2 }; action c when w == 1 { skip } }",
                "kernel K on core 1 { var n: 0..9 = 0; task a on core 1 { n = 1 }; task b { n = 2 } }",
                "kernel K on core 1 { task a on core 2 { w = 1 }; task b { w = 2 } }",
            })
    void strandsThatTakeTurnsDoNot(String actor) {
        assertThat(lockFree(actor.replace(';', '\n'))).isTrue();
    }

    /** What is placed on a core of another looks with each step whether that is on. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        core C { task t { w = 1 } }; kernel K on core C { task t { x = 1 } }                        | true
        core C { task t { halt } }; kernel K { task t { x = 1 } }                                   | true
        core C { task t { halt } }; kernel K on core C { task t { x = 1 } }                         | false
        core C { task t { w = 1 } }; fault crash C at most 1; kernel K on core C { task t { x = 1 } } | false
        core C[2] { task t { halt } }; kernel K { task t on core C(1) { x = 1 } }                    | false
        core C { task t { halt } }; kernel K on core C { action a when x == 0 { x = 1 } }           | false
        """)
    void coresThatMayGoOffAreLookedAt(String actors, boolean free) {
        assertThat(lockFree(actors.replace(';', '\n'))).isEqualTo(free);
    }
}
