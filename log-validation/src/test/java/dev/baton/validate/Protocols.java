package dev.baton.validate;

import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.system.TransitionSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Protocols for tests. */
final class Protocols {
    private Protocols() {}

    static Protocol library(String file, Map<String, Integer> parameters) {
        return read(Path.of(System.getProperty("baton.root", ".."), "specs", file), parameters);
    }

    static Protocol resource(String name, Map<String, Integer> parameters) {
        return read(
                Path.of(System.getProperty("baton.root", ".."), "log-validation/src/test/resources/" + name),
                parameters);
    }

    static Protocol text(String text, Map<String, Integer> parameters) {
        try {
            Path file = Files.createTempFile("protocol", ".baton");
            Files.writeString(file, text);
            Protocol protocol = read(file, parameters);
            Files.delete(file);
            return protocol;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Protocol read(Path path, Map<String, Integer> parameters) {
        var loaded = Frontend.load(path);
        LoadedFile file = loaded.result().orElseThrow(() -> new AssertionError(loaded.diagnostics()));
        var protocol = Frontend.protocol(file, parameters);
        return protocol.result().orElseThrow(() -> new AssertionError(protocol.diagnostics()));
    }

    static Subject subject(Protocol protocol) {
        return subject(protocol, false, true);
    }

    static Subject subject(Protocol protocol, boolean unlimited, boolean unlogged) {
        TransitionSystem system = Lowering.lower(protocol);
        return new Subject(protocol, system, new Subject.Terms(system.properties(), unlimited, unlogged));
    }
}
