package dev.baton.checker.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A temporary folder for one run and the processes that work in it. Both are gone after {@link #close}, and also when
 * this JVM is told to end before that.
 */
public final class PrivateFolder implements AutoCloseable {
    private final Path path;
    private final Set<Process> processes = ConcurrentHashMap.newKeySet();
    private final Thread atExit = new Thread(this::remove, "baton-cleanup");

    private PrivateFolder(Path path) {
        this.path = path;
    }

    /**
     * @param parent where it is made
     * @param prefix what its name begins with
     */
    public static PrivateFolder in(Path parent, String prefix) throws IOException {
        PrivateFolder folder = new PrivateFolder(Files.createTempDirectory(parent, prefix));
        try {
            Runtime.getRuntime().addShutdownHook(folder.atExit);
        } catch (IllegalStateException e) {
            folder.remove();
            throw new IOException("this JVM is ending", e);
        }
        return folder;
    }

    public Path path() {
        return path;
    }

    /** Starts a process that ends with the folder, in the folder, with standard error as part of its output. */
    public Process start(List<String> command) throws IOException {
        return start(command, path);
    }

    /** The same, in another folder within. */
    public Process start(List<String> command, Path directory) throws IOException {
        return start(new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true));
    }

    /** Starts a process that ends with the folder, where and how somebody else says. */
    Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyEnding) {
            // the hook does the same at this moment; doing it twice does no harm
        }
        remove();
    }

    private void remove() {
        processes.forEach(PrivateFolder::kill);
        remove(path);
    }

    /** Removes a folder of a run whose processes have ended, or are about to. */
    static void remove(Path path) {
        for (int attempt = 0; attempt < 3; attempt++) {
            if (delete(path)) {
                return;
            }
        }
    }

    /** Ends a process and what it started, and waits until it is gone. */
    public static void kill(Process process) {
        List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
        tree.add(process.toHandle());
        tree.forEach(ProcessHandle::destroyForcibly);
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether nothing is left. A file that a dying process still makes is found by the next attempt. */
    private static boolean delete(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (NoSuchFileException e) {
            return !Files.exists(path);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }
}
