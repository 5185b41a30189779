package dev.baton.cli.run;

import dev.baton.codegen.GeneratedFile;
import dev.baton.runtime.Machine;
import dev.baton.runtime.process.MachineRun;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Generated sources, compiled into a folder of their own, which is gone when this is closed. */
public final class CompiledMachine implements AutoCloseable {
    private final Path folder;
    private final URLClassLoader loader;
    private final String machine;

    private CompiledMachine(Path folder, URLClassLoader loader, String machine) {
        this.folder = folder;
        this.loader = loader;
        this.machine = machine;
    }

    /**
     * Compiles what was generated.
     *
     * @throws IOException if files can't be written
     * @throws NoCompilerException if this Java has no compiler
     * @throws IllegalStateException if the sources don't compile: a bug in the generator
     */
    public static CompiledMachine of(List<GeneratedFile> files) throws IOException, NoCompilerException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new NoCompilerException();
        }
        Path folder = Files.createTempDirectory("baton-run-");
        try {
            compile(compiler, files, folder);
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {folder.toUri().toURL()}, Machine.class.getClassLoader());
            return new CompiledMachine(folder, loader, machine(files, loader));
        } catch (IOException | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    private static void compile(JavaCompiler compiler, List<GeneratedFile> files, Path folder) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (GeneratedFile file : files) {
            Path source = folder.resolve(file.path());
            Files.createDirectories(source.getParent());
            Files.writeString(source, file.text());
            sources.add(source);
        }
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-d", folder.toString(), "-cp", runtime().toString(), "-proc:none");
            boolean compiled = compiler.getTask(
                            complaints, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new IllegalStateException("the generated Java does not compile: " + complaints);
            }
        }
    }

    private static Path runtime() {
        try {
            return Path.of(Machine.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String machine(List<GeneratedFile> files, ClassLoader loader) {
        for (GeneratedFile file : files) {
            String name = file.path().replaceAll("\\.java$", "").replace('/', '.');
            try {
                if (Machine.class.isAssignableFrom(Class.forName(name, false, loader))) {
                    return name;
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("the generated file `" + file.path() + "` has no such class", e);
            }
        }
        throw new IllegalStateException("nothing that was generated is a machine");
    }

    /** The machine, to be run in this process or in several. */
    public MachineRun run() {
        return new MachineRun(machine, loader, List.of(folder));
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // What is left is in the folder for temporary files.
        }
    }

    /** This Java runs programs only. */
    public static final class NoCompilerException extends Exception {}
}
