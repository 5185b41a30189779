package dev.baton.checker.tla;

import dev.baton.checker.process.PrivateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A worker of distributed TLC: a JVM that computes the steps from states that its server hands out. It reads the module
 * from the server, and remembers nothing that the server does not have.
 */
final class Worker {
    private static final String WORKER = "tlc2.tool.distributed.TLCWorker";

    private final Process process;
    private final TlcMessages messages;
    private final Thread reader;

    /**
     * @param server the address of the server
     * @param own the address at which the server reaches the worker
     * @param port of the server
     * @param memory bytes of heap; the JVM's own choice if absent
     */
    record Settings(String server, String own, int port, int threads, Optional<Long> memory) {}

    private Worker(Process process) {
        this.process = process;
        this.messages = new TlcMessages(message -> {
            // workers do not frame what they say
        });
        this.reader = Thread.ofVirtual().start(() -> messages.read(process));
    }

    /**
     * @param folder to which the process belongs
     * @param place a folder of its own within
     */
    static Worker start(Path jar, PrivateFolder folder, Path place, Settings settings) throws IOException {
        List<String> options = List.of(
                "-Dtlc2.tool.distributed.TLCServer.port=" + settings.port,
                "-D" + WORKER + ".threadCount=" + settings.threads,
                // it looks for the port on which it listens, to be told apart from others
                "--add-exports=java.rmi/sun.rmi.server=ALL-UNNAMED",
                "--add-exports=java.rmi/sun.rmi.transport=ALL-UNNAMED");
        List<String> command = TlaTools.distributed(
                jar,
                settings.memory,
                place,
                options,
                List.of(settings.own, "0", "-"),
                WORKER,
                List.of(Distribution.bracketed(settings.server)));
        return new Worker(folder.start(command, place));
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Why it ended; empty if it ended because all was done. */
    Optional<String> failure() {
        if (process.isAlive()) {
            return Optional.empty();
        }
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        List<String> errors = new ArrayList<>(messages.loose());
        errors.removeIf(line -> !line.contains("Error") && !line.contains("Exception"));
        return process.exitValue() == 0
                ? Optional.empty()
                : Optional.of(Failure.of("a worker", errors, process.exitValue()));
    }
}
