package dev.baton.codegen.actor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.dsl.Frontend;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stores of a task need only be in order; each is told by its line among those of the task. */
final class OrderedStoresTest {

    private static Protocol protocol(String body, String model) {
        String text = text(body, model);
        return Frontend.protocol(
                        Frontend.load(Path.of("stores.baton"), new SourceFile("stores.baton", text))
                                .result()
                                .orElseThrow(),
                        Map.of())
                .result()
                .orElseThrow();
    }

    private static String text(String body, String model) {
        return """
            protocol Stores
            memory MODEL {
              x: 0..9 = 0
              y: 0..9 = 0
              at[0..3]: 0..9 = 0
            }
            proc show() { x = 1 }
            ipi bell to Other
            ipi loose to Other unordered
            kernel Other {
              var seen: 0..9 = 0
              interrupt bell { seen = x }
              interrupt loose { seen = y }
            }
            kernel Writer {
              var own: 0..9 = 0
              var up: bool = true
              task write {
            BODY
              }
            }
            """.replace("MODEL", model.replace(";", "\n")).replace("BODY", body.replace(";", "\n"));
    }

    /** The lines of those stores. */
    private static String ordered(String body, String model) {
        String text = text(body, model);
        Protocol protocol = protocol(body, model);
        int before = (int) text.substring(0, text.indexOf("task write")).lines().count();
        return String.join(
                " ",
                OrderedStores.of(
                                protocol,
                                protocol.actor("Writer").tasks().getFirst().body())
                        .stream()
                        .map(s -> s.span().line() - before)
                        .sorted()
                        .map(String::valueOf)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        x = 1; raise bell                                    | 1
        x = 1; y = 1; fence                                  | 1 2
        x = 1; own = 2; assert own == 2; y = 1; raise bell   | 1 4
        at[2] = 1; if cas(x, 0, 1) { y = 1 }                 | 1
        x = 1; let old = fetch_add(y, 1); own = old          | 1
        x = 1; own = y; raise bell                           | ''
        x = 1; raise loose                                   | ''
        x = 1                                                | ''
        x = 1; await y == 1; raise bell                      | ''
        x = 1; if own == 1 { return }; raise bell            | ''
        while own < 3 { x = 1; raise bell; own += 1 }        | 1
        while own < 3 { raise bell; own += 1; x = 1 }        | ''
        x = 1; here: raise bell                              | 1
        x = 1; up = not live(Other); raise bell              | ''
        x = 1; assert not live(Other); raise bell            | ''
        x = if not live(Other) then 1 else 0; raise bell     | ''
        """)
    void needsAFenceBeforeAnythingIsRead(String body, String lines) {
        assertThat(ordered(body, "")).isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        x = 1; raise bell
        x = 1; y = 1; fence
        """)
    void storeBuffersNeedNoneOfIt(String body) {
        assertThat(ordered(body, "tso(2)")).isEmpty();
    }

    /** Where there are store buffers too, a log doesn't wait for what is stored before. */
    @Test
    void besidesStoreBuffersEachStoreIsFenced() {
        assertThat(ordered("x = 1; raise bell", "sc { z: 0..9 = 0 }; memory")).isEqualTo("1");
        assertThat(ordered("x = 1; raise bell", "tso(2) { z: 0..9 = 0 }; memory"))
                .isEmpty();
    }

    /** A copy of a procedure's store that comes before a load has its fence, though an equal one needs none. */
    @Test
    void copiesOfOneTextAreTwoStores() {
        Protocol protocol = protocol("show(); raise bell; show(); own = y", "");
        List<Stmt> body = protocol.actor("Writer").tasks().getFirst().body();
        Set<Stmt.Assign> ordered = OrderedStores.of(protocol, body);
        List<Stmt> stores = List.of(body.get(0), body.get(2));
        assertThat(stores.getFirst()).isEqualTo(stores.getLast());
        assertThat(stores.stream().map(ordered::contains)).containsExactly(true, false);
    }
}
