package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.check.Interruption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What {@code reference-impl} keeps is what is generated today; {@code reference-impl/update} writes it anew. */
final class ReferenceImplTest {
    private static final Path ROOT = Path.of(System.getProperty("baton.root", ".."));
    private static final Path KEPT = ROOT.resolve("reference-impl");
    private static final List<String> FOLDERS = List.of("src/main/java", "src/test/java", "src/test/resources");

    @TempDir
    private Path folder = Path.of(".");

    @TestFactory
    Stream<DynamicTest> isGeneratedToday() throws IOException {
        return Files.readAllLines(KEPT.resolve("update")).stream()
                .filter(line -> line.startsWith("generate "))
                .map(line -> List.of(line.split(" ")))
                .map(words -> DynamicTest.dynamicTest(words.get(1), () -> compare(words)));
    }

    private void compare(List<String> words) throws IOException {
        String file = words.get(1);
        String name = file.substring(file.lastIndexOf('/') + 1).replace(".baton", "");
        Path made = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of(
                "generate",
                ROOT.resolve(file).toString(),
                "--package",
                "dev.baton.reference." + name,
                "--out",
                made.resolve("src/main/java").toString(),
                "--tests=" + made.resolve("src/test/java"),
                "--test-resources",
                made.resolve("src/test/resources").toString()));
        words.subList(2, words.size()).stream()
                .map(word -> word.startsWith("specs/") ? ROOT.resolve(word).toString() : word)
                .forEach(arguments::add);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        ExitCode code = Main.run(arguments, Console.plain(stream, stream), new Interruption(), Engines::of);
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.EXPECTED);
        for (String below : FOLDERS) {
            String place = "dev/baton/reference/" + name;
            assertThat(texts(made.resolve(below).resolve(place)))
                    .as("`reference-impl/update` writes it anew")
                    .isEqualTo(texts(KEPT.resolve(below).resolve(place)));
        }
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
