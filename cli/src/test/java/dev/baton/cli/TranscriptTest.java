package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the transcripts in {@code src/test/resources/transcripts}: what is typed, what is printed, the exit code and the
 * files written. {@code -Dgolden=update} writes them anew, and fails.
 */
final class TranscriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/transcripts");

    @TestFactory
    Stream<DynamicTest> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        String expected = Files.readString(file);
        String name = String.valueOf(file.getFileName()).replace(".txt", "");
        String actual = Transcript.parse(expected).play(Path.of("target/transcripts", name));
        if ("update".equals(System.getProperty("golden")) && !actual.equals(expected)) {
            Files.writeString(file, actual);
            fail("updated " + file);
        }
        assertThat(actual).as(file.toString()).isEqualTo(expected);
    }
}
