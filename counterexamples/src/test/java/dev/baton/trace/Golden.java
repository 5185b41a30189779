package dev.baton.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that tests compare with; {@code -Dgolden=update} writes them anew, and fails. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/traces");

    private Golden() {}

    static void check(String name, String actual) {
        Path file = FOLDER.resolve(name + ".txt");
        try {
            if ("update".equals(System.getProperty("golden"))) {
                Files.createDirectories(FOLDER);
                if (!Files.exists(file) || !Files.readString(file).equals(actual)) {
                    Files.writeString(file, actual);
                    fail("updated " + file);
                }
            }
            assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
