package dev.baton.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Expected outputs beside their inputs; {@code -Dgolden=update} writes them anew, and fails. */
public final class Golden {
    /** The root of the source tree, of which {@code docs} and {@code specs} are a part. */
    public static final Path ROOT =
            Path.of(System.getProperty("baton.root", "..")).normalize();

    private Golden() {}

    /** All files below a folder with a suffix, in order. */
    public static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file beside an input that holds what is expected of it. */
    public static Path beside(Path input, String suffix) {
        String name = input.getFileName().toString();
        return input.resolveSibling(name.substring(0, name.lastIndexOf('.')) + suffix);
    }

    /** Compares with a golden file. */
    public static void check(Path golden, String actual) {
        try {
            String expected = Files.exists(golden) ? Files.readString(golden) : "";
            if ("update".equals(System.getProperty("golden")) && !expected.equals(actual)) {
                Files.writeString(golden, actual);
                fail("updated " + golden);
            }
            assertThat(actual).as(golden.toString()).isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
