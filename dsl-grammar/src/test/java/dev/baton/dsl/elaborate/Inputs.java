package dev.baton.dsl.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The texts that tests are made of, and what Baton says of them. */
final class Inputs {
    static final Path RESOURCES = Path.of("src/test/resources");

    private Inputs() {}

    /** The {@code .baton} files of a folder, by name; those of its folders are there to be imported. */
    static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".baton")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The protocol library. */
    static List<Path> library() {
        Path root = Path.of(System.getProperty("baton.root", "..")).resolve("specs");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".baton")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that is said of a text under the parameters of its checks, each thing once. */
    static List<Diagnostic> diagnostics(Path beside, String name, String text) {
        Diagnosed<LoadedFile> loaded = Frontend.load(beside, new SourceFile(name, text));
        Set<Diagnostic> all = new LinkedHashSet<>(loaded.diagnostics());
        loaded.result()
                .ifPresent(file -> file.checks()
                        .forEach(c -> all.addAll(
                                Frontend.protocol(file, c.parameters()).diagnostics())));
        return List.copyOf(all);
    }

    static List<Diagnostic> diagnostics(Path file) {
        return diagnostics(file, String.valueOf(file.getFileName()), read(file));
    }

    /** The protocols of a file without errors, one for each of its checks. */
    static List<Protocol> protocols(Path file) {
        Diagnosed<LoadedFile> loaded = Frontend.load(file);
        assertThat(rendered(loaded.diagnostics())).as(file.toString()).isEmpty();
        LoadedFile good = loaded.result().orElseThrow();
        List<Protocol> all = new ArrayList<>();
        for (CheckSpec check : good.checks()) {
            Diagnosed<Protocol> protocol = Frontend.protocol(good, check.parameters());
            assertThat(rendered(protocol.diagnostics()))
                    .as(file + " " + check.name())
                    .isEmpty();
            all.add(protocol.result().orElseThrow());
        }
        return all;
    }

    static String rendered(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        diagnostics.forEach(d -> out.append(d.render()));
        return out.toString();
    }

    /** Compares with a file; {@code -Dgolden=update} writes it anew, and fails. */
    static void golden(Path file, String actual) {
        try {
            boolean same = Files.exists(file) && Files.readString(file).equals(actual);
            if ("update".equals(System.getProperty("golden")) && !same) {
                Files.writeString(file, actual);
                assertThat(actual).as("updated " + file).isNull();
            }
            assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
