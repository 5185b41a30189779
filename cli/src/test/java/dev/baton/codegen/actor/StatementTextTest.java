package dev.baton.codegen.actor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.codegen.GeneratedFile;
import dev.baton.codegen.JavaGenerator;
import dev.baton.codegen.Provenance;
import dev.baton.dsl.Frontend;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements as a reader of the generated code finds them, without the steps that stand before them. */
final class StatementTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        while not cas(lock, false, true) { } | while (true) { core.round(); if (machine.casLock2(false, true)) { break; } core.relax(); }
        if not cas(lock, false, true) { }    | machine.casLock2(false, true);
        cas(lock, true, false)               | machine.casLock2(true, false);
        fetch_add(n, 1)                      | machine.fetchAddN(1);
        if xchg(lock, true) { halt }         | if (machine.exchangeLock2(true)) { throw core.halt(); }
        await not live(Other)                | while (machine.other().isLive(0)) { core.pause(); }
        match mood { Calm => { own = 1 } Busy => { } }    | switch (mood) { case CALM -> { own = 1; } default -> {} }
        match mood { Calm => { own = 1 } m => { last = m } } | Mood value = mood; switch (value) { case CALM -> { own = 1; } default -> { Mood m = value; last = m; } }
        while exists m in 0..1: m < own { }  | while (true) { core.round(); if (!IntStream.rangeClosed(0, 1).anyMatch(m -> m < own)) { break; } core.relax(); }
        loop { own = 1 }                     | while (true) { core.round(); own = 1; }
        for m in 0..1 { own = m }            | for (int m = 0; m <= 1; m++) { core.round(); own = m; }
        atomic { for m in 0..1 { own = m } } | for (int m = 0; m <= 1; m++) { own = m; }
        seen[1] = own                        | seen = seen.put(1, own);
        seen = marks                         | seen = marks.shared();
        seen = if own == 0 then seen else marks | seen = (own == 0 ? seen.shared() : marks.shared()).shared();
        let kept = seen; own = kept[0]       | Table<Integer, Integer> kept = seen.shared(); own = kept.at(0);
        own = seen[0]                        | own = seen.at(0);
        """)
    void readsWell(String statement, String java) {
        assertThat(generated(statement)).isEqualTo(java);
    }

    /** Its first step stands elsewhere in the text, where it is no part of the choice. */
    @ParameterizedTest
    @ValueSource(
            strings = {"break", "continue", "return", "out: break", "for m in 0..1 { } break", "for m in 0..1 { break }"
            })
    void noBranchBeginsWithAJump(String jump) {
        Diagnosed<List<GeneratedFile>> files = files("loop { either { " + jump + " } or { own = 1 } own = 0 }");
        assertThat(files.diagnostics()).extracting(Diagnostic::code).contains(Code.B1202);
    }

    private static String generated(String statement) {
        String kernel = files(statement).result().orElseThrow().stream()
                .filter(f -> f.path().endsWith("/K.java"))
                .findFirst()
                .orElseThrow()
                .text();
        String method =
                kernel.substring(kernel.indexOf("void go() {") + 11, kernel.indexOf("\n    }\n\n    /** Places"));
        return method.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("core.step("))
                .collect(Collectors.joining(" "));
    }

    private static Diagnosed<List<GeneratedFile>> files(String statement) {
        String text = """
            protocol Statements
            memory {
              lock: bool = false
              n: 0..3 = 0
            }
            enum Mood { Calm, Busy }
            kernel Other { }
            kernel K {
              var own: 0..1 = 0
              var seen[0..1]: 0..1 = 0
              var marks[0..1]: 0..1 = 1
              var mood: Mood = Calm
              var last: Mood = Calm
              task go {
                STATEMENT
              }
            }
            """.replace("STATEMENT", statement);
        Protocol protocol = Frontend.protocol(
                        Frontend.load(Path.of("statements.baton"), new SourceFile("statements.baton", text))
                                .result()
                                .orElseThrow(),
                        Map.of())
                .result()
                .orElseThrow();
        Provenance provenance = new Provenance("0".repeat(64), List.of(), Optional.empty());
        return JavaGenerator.generate(protocol, "g", provenance);
    }
}
