package dev.baton.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What random protocols have found stays repaired: each file says in its first line what was wrong. */
final class DisagreementsTest {
    private static final Path FOLDER = Path.of("src/test/resources/disagreements");
    private static final Trial TRIAL = new Trial(20_000);

    @ParameterizedTest
    @MethodSource("files")
    void enginesAgree(Path file) throws IOException {
        assertThat(TRIAL.of(Files.readString(file))).isInstanceOf(Trial.Agreed.class);
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
