package dev.baton.checker.tla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Texts that tests compare with; {@code -Dgolden=update} writes them anew, and fails. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/tla");

    private Golden() {}

    /** Each text beside its file's name; all are written before the first difference fails. */
    static void check(Map<String, String> texts) {
        boolean updating = "update".equals(System.getProperty("golden"));
        List<String> updated = new ArrayList<>();
        texts.forEach((name, text) -> {
            Path file = FOLDER.resolve(name);
            try {
                if (updating && !(Files.exists(file) && Files.readString(file).equals(text))) {
                    Files.createDirectories(FOLDER);
                    Files.writeString(file, text);
                    updated.add(name);
                }
                assertThat(text).as(file.toString()).isEqualTo(Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (!updated.isEmpty()) {
            fail("updated " + updated);
        }
    }
}
