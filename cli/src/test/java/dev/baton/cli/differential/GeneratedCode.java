package dev.baton.cli.differential;

import dev.baton.codegen.GeneratedFile;
import dev.baton.codegen.JavaGenerator;
import dev.baton.codegen.Provenance;
import dev.baton.codegen.trace.TraceTests;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Diagnosed;
import dev.baton.runtime.Machine;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.trace.Follower;
import dev.baton.runtime.trace.TraceFile;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Protocols as Java: generated, compiled without a warning, and driven along traces that take every step of their
 * models.
 */
final class GeneratedCode {
    private final Path folder;

    /** What became of one. */
    sealed interface Outcome {
        /** Every step was followed. */
        record Followed(int transitions) implements Outcome {}

        /** The generator says why it can't. */
        record Refused(String codes) implements Outcome {}

        /** Too many states to take every step. */
        record TooLarge() implements Outcome {}
    }

    /** @param folder where sources and classes go */
    GeneratedCode(Path folder) {
        this.folder = folder;
    }

    /**
     * @param name a Java package
     * @param most states
     * @throws AssertionError if the code doesn't compile or doesn't do what the model does
     */
    Outcome follow(Protocol protocol, String name, int most) throws IOException {
        return follow(protocol, protocol, name, most);
    }

    /** The code of one protocol along the traces of another of the same name. */
    Outcome follow(Protocol protocol, Protocol traced, String name, int most) throws IOException {
        Provenance provenance = new Provenance("0".repeat(64), List.of(), Optional.empty());
        Diagnosed<List<GeneratedFile>> generated = JavaGenerator.generate(protocol, name, provenance);
        if (generated.result().isEmpty()) {
            return new Outcome.Refused(generated.diagnostics().stream()
                    .map(d -> d.code().id())
                    .distinct()
                    .toList()
                    .toString());
        }
        Optional<TraceTests.Made> made =
                TraceTests.make(traced, name, provenance.sha256(), List.of(), most, () -> false);
        if (made.isEmpty()) {
            compile(name, generated.result().get());
            return new Outcome.TooLarge();
        }
        if (made.get().covered() != made.get().transitions()) {
            throw new AssertionError(
                    "covered " + made.get().covered() + " of " + made.get().transitions());
        }
        Path classes = compile(name, generated.result().get());
        GeneratedFile traces = made.get().resources().getFirst();
        Files.writeString(classes.resolve(traces.path()), traces.text(), StandardCharsets.UTF_8);
        run(classes, traces.path());
        return new Outcome.Followed(made.get().transitions());
    }

    private Path compile(String name, List<GeneratedFile> files) throws IOException {
        Path sources = folder.resolve(name + "-sources");
        Path classes = Files.createDirectories(folder.resolve(name + "-classes"));
        List<Path> paths = new ArrayList<>();
        for (GeneratedFile file : files) {
            Path path = sources.resolve(file.path());
            Files.createDirectories(path.getParent());
            paths.add(Files.writeString(path, file.text()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options =
                    List.of("-Xlint:all", "-Werror", "-proc:none", "-d", classes.toString(), "-cp", runtime());
            boolean compiled = compiler.getTask(
                            said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(paths))
                    .call();
            if (!compiled) {
                throw new AssertionError("generated code does not compile:\n" + said);
            }
        }
        return classes;
    }

    private static String runtime() {
        return Path.of(java.net.URI.create(Machine.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
    }

    private static void run(Path classes, String traces) throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, GeneratedCode.class.getClassLoader())) {
            Class<?> type = loader.loadClass(traces.replace(".traces", "").replace('/', '.'));
            TraceFile file = TraceFile.of(type, type.getSimpleName() + ".traces");
            Follower follower = new Follower(file, constructor(type));
            file.traces().forEach(follower::follow);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Function<SharedMemory, Machine> constructor(Class<?> type) {
        return memory -> {
            try {
                return (Machine) type.getConstructor(SharedMemory.class).newInstance(memory);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("no machine", e);
            }
        };
    }
}
