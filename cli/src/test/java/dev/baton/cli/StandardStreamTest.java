package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is lost on the way to a full disk is told. */
final class StandardStreamTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void whatIsWrittenArrives() throws IOException {
        Path file = folder.resolve("out.txt");
        try (FileOutputStream target = new FileOutputStream(file.toFile())) {
            StandardStream stream = new StandardStream(target.getFD());
            print(stream);
            assertThat(stream.failure()).isEmpty();
        }
        assertThat(Files.readString(file)).isEqualTo("héllo");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has /dev/full")
    void aFullDiskIsRemembered() throws IOException {
        try (FileOutputStream full = new FileOutputStream("/dev/full")) {
            StandardStream stream = new StandardStream(full.getFD());
            print(stream);
            assertThat(stream.failure()).contains("No space left on device");
        }
    }

    private static void print(StandardStream stream) {
        PrintStream out = new PrintStream(stream, true, StandardCharsets.UTF_8);
        out.print("héllo");
        out.flush();
    }
}
