package dev.baton.codegen.actor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.codegen.GeneratedFile;
import dev.baton.codegen.JavaGenerator;
import dev.baton.codegen.Provenance;
import dev.baton.dsl.Frontend;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a loop lets others get on: what the generated method says but for its steps. */
final class FutileRoundsTest {
    private static final String HEAD = "private void spin() {";

    private static String generated(String body) {
        String text = """
            protocol Rounds
            memory {
              x: 0..9 = 0
              full: bool = false
            }
            kernel Spinner {
              var own: 0..9 = 0
              task spin {
            BODY
              }
            }
            """.replace("BODY", body.replace(";", "\n"));
        SourceFile source = new SourceFile("rounds.baton", text);
        Protocol protocol = Frontend.protocol(
                        Frontend.load(Path.of("rounds.baton"), source).result().orElseThrow(), Map.of())
                .result()
                .orElseThrow();
        Provenance nothing = new Provenance(source.sha256(), List.of(), Optional.empty());
        List<GeneratedFile> files =
                JavaGenerator.generate(protocol, "rounds", nothing).result().orElseThrow();
        String java = files.stream()
                .filter(f -> f.path().endsWith("Spinner.java"))
                .findFirst()
                .orElseThrow()
                .text();
        String method = java.substring(java.indexOf(HEAD) + HEAD.length(), java.indexOf("/** Places"));
        return method.substring(0, method.lastIndexOf('}'))
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("core.step(") && !line.equals("core.round();"))
                .collect(Collectors.joining(" "))
                .strip();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        while x == 0 { }                     | while (true) { if (machine.x() != 0) { break; } core.relax(); }
        while not cas(full, false, true) { } | while (true) { if (machine.casFull(false, true)) { break; } core.relax(); }
        while cas(full, true, false) { }     | while (true) { if (!machine.casFull(true, false)) { break; } }
        while x == 0 { own = 1 }             | while (true) { if (machine.x() != 0) { break; } own = 1; }
        loop { if x == 1 { return } }        | while (true) { if (machine.x() == 1) { return; } core.relax(); }
        loop { if x == 1 { own = 2 } }       | while (true) { if (machine.x() == 1) { own = 2; } else { core.relax(); } }
        loop { if x == 1 { } else { x = 3 } } | while (true) { if (machine.x() == 1) { core.relax(); } else { machine.x(3); } }
        loop { if x == 1 { own = 2 }; let y = x; assert y < 9 } | while (true) { if (machine.x() == 1) { own = 2; } int y = machine.x(); core.check(y < 9, "assertion `y < 9` fails"); }
        loop { let y = x; if y == 1 { continue }; own = y } | while (true) { int y = machine.x(); if (y == 1) { core.relax(); continue; } own = y; }
        loop { let y = x; if cas(x, y, 3) { return } } | while (true) { int y = machine.x(); if (machine.casX(y, 3)) { return; } }
        loop { await x == 1; own = x }       | while (true) { while (machine.x() != 1) { core.pause(); } own = machine.x(); }
        loop { either { own = 1 } or { } }   | while (true) { switch (core.choose(2)) { case 0 -> { own = 1; } default -> {} } }
        """)
    void endsWhereNothingHasChanged(String body, String java) {
        assertThat(generated(body)).isEqualTo(java);
    }
}
