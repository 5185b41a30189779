package dev.baton.cli.mutants;

import dev.baton.codegen.GeneratedFile;
import dev.baton.codegen.JavaGenerator;
import dev.baton.codegen.Provenance;
import dev.baton.codegen.trace.TraceTests;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Diagnosed;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Where mutants are made: a copy of the runtime and of generated code, with its traces, compiled once; and for each
 * mutant a folder with the classes that differ. Generated code is there once or twice: as it is kept in
 * {@code reference-impl}, or with parameters for traces, in {@code traced}; and with parameters for runs, in
 * {@code ran}.
 */
final class Workshop {
    private static final int STATES = 6_000;
    private static final String KEPT = "dev.baton.reference";

    private final Path folder;
    private final Path sources;
    private final Path base;
    private final Path kept;
    /** Protocols with traces, by the names of their files. */
    private final Map<String, String> traced = new TreeMap<>();
    /** Machines for runs, by the names of their protocols' files. */
    private final Map<String, String> ran = new TreeMap<>();

    /** @param kept the folder {@code reference-impl} */
    Workshop(Path folder, Path kept) {
        this.folder = folder;
        this.sources = folder.resolve("sources");
        this.base = folder.resolve("base");
        this.kept = kept;
    }

    /** Copies the runtime and the generated code that is kept. */
    void copy() throws IOException {
        copyAll(kept.resolve("src/main/java"), sources);
        copyAll(kept.resolve("src/test/resources"), base);
        try (Stream<Path> files = Files.walk(base)) {
            for (Path f : files.filter(f -> f.toString().endsWith(".traces")).toList()) {
                String type =
                        base.relativize(f).toString().replace(".traces", "").replace('/', '.');
                List<String> names = List.of(type.split("\\.", -1));
                traced.put(names.get(names.size() - 2), type);
            }
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path f : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(f).toString());
                Files.createDirectories(target.resolve("..").normalize());
                Files.copy(f, target);
            }
        }
    }

    /** Generates code with traces of it. */
    void trace(Subjects.Subject subject, Protocol protocol) throws IOException {
        String in = "traced." + subject.protocol();
        List<GeneratedFile> files = generated(protocol, in);
        Optional<TraceTests.Made> made =
                TraceTests.make(protocol, in, protocol.source().sha256(), List.of(), STATES, () -> false);
        GeneratedFile traces = made.orElseThrow(
                        () -> new IllegalStateException(subject.name() + " has too many states"))
                .resources()
                .getFirst();
        write(sources, files);
        write(base, List.of(traces));
        traced.put(subject.name(), traces.path().replace(".traces", "").replace('/', '.'));
    }

    /** Generates code to be run. */
    void run(Subjects.Subject subject, Protocol protocol) throws IOException {
        List<GeneratedFile> files = generated(protocol, "ran." + subject.protocol());
        write(sources, files);
        for (GeneratedFile f : files) {
            if (f.text().contains(" extends Machine {")) {
                ran.put(subject.protocol(), f.path().replace(".java", "").replace('/', '.'));
            }
        }
    }

    private static List<GeneratedFile> generated(Protocol protocol, String in) {
        Provenance provenance = new Provenance(protocol.source().sha256(), List.of(), Optional.empty());
        Diagnosed<List<GeneratedFile>> files = JavaGenerator.generate(protocol, in, provenance);
        return files.result()
                .orElseThrow(() -> new IllegalStateException(files.diagnostics().toString()));
    }

    private static void write(Path below, List<GeneratedFile> files) throws IOException {
        for (GeneratedFile f : files) {
            Path path = below.resolve(f.path());
            Files.createDirectories(path.resolve("..").normalize());
            Files.writeString(path, f.text());
        }
    }

    /** Compiles all of it, without a fault. */
    void compile() throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            compile(files.filter(f -> f.toString().endsWith(".java")).toList(), base, "");
        }
    }

    /** A mutant's classes, in a folder of their own. */
    Path compile(Mutant mutant) throws IOException {
        Path into = folder.resolve("mutants").resolve(mutant.name());
        List<Path> mutated = new ArrayList<>();
        for (Path original : originals(mutant)) {
            Path copy =
                    into.resolve("sources").resolve(sources.relativize(original).toString());
            Files.createDirectories(copy.resolve("..").normalize());
            mutated.add(Files.writeString(copy, mutant.in(Files.readString(original))));
        }
        Path classes = into.resolve("classes");
        compile(mutated, classes, base.toString());
        return classes;
    }

    private List<Path> originals(Mutant mutant) {
        List<Path> all = mutant.generated()
                ? Stream.of(KEPT.replace('.', '/'), "traced", "ran")
                        .map(below -> sources.resolve(below).resolve(mutant.file()))
                        .filter(Files::exists)
                        .toList()
                : List.of(sources.resolve("dev/baton/runtime").resolve(mutant.file()));
        if (all.isEmpty()) {
            throw new IllegalStateException("mutant `" + mutant.name() + "`: there is no " + mutant.file());
        }
        return all;
    }

    private static void compile(List<Path> files, Path into, String classPath) throws IOException {
        Files.createDirectories(into);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "-nowarn",
                "-proc:none",
                "-d",
                into.toString(),
                "-cp",
                classPath + ":" + System.getProperty("java.class.path"));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!compiled) {
                throw new IllegalStateException("does not compile:\n" + said);
            }
        }
    }

    /** A trial as {@link Judge} takes it: with the class of its machine. */
    String trial(String words) {
        String name = words.substring(words.indexOf(' ') + 1);
        Optional<String> type = words.startsWith("trace ")
                ? Optional.ofNullable(traced.get(name))
                : Optional.ofNullable(ran.get(Scenario.of(name).protocol()));
        return words + " "
                + type.orElseThrow(() -> new IllegalArgumentException("there is nothing to do for `" + words + "`"));
    }

    Path base() {
        return base;
    }
}
