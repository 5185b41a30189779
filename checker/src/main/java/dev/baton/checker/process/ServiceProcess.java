package dev.baton.checker.process;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A JVM with the class path of this one whose main class {@linkplain Service serves}: for native code that can't be
 * interrupted, or that may crash. Whatever becomes of it, the one who asks goes on. It is gone after {@link #close},
 * after a question that it failed to answer, and with this JVM. For one thread.
 */
public final class ServiceProcess implements AutoCloseable {
    private static final int POLL_MILLIS = 20;
    private static final int OUT_OF_MEMORY = 3;
    private static final int MOST_LINES = 1000;

    private final PrivateFolder folder;
    private final Process process;
    private final Path errors;
    private final Path crash;

    /**
     * What to start.
     *
     * @param main has a {@code main} that serves; it need not be public
     * @param heap the most that Java may take there, in bytes
     * @param arguments of {@code main}
     */
    public record Launch(String main, long heap, List<String> arguments) {
        public Launch {
            arguments = List.copyOf(arguments);
        }
    }

    private ServiceProcess(PrivateFolder folder, Launch launch) throws IOException {
        this.folder = folder;
        this.errors = folder.path().resolve("errors");
        this.crash = folder.path().resolve("crash");
        this.process = folder.start(new ProcessBuilder(command(launch))
                .directory(folder.path().toFile())
                .redirectError(Redirect.to(errors.toFile())));
    }

    /** @throws ServiceFailure if no process or folder can be made */
    public static ServiceProcess start(Launch launch) throws ServiceFailure {
        return start(launch, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @param scratch where its folder is made */
    static ServiceProcess start(Launch launch, Path scratch) throws ServiceFailure {
        Optional<PrivateFolder> made = Optional.empty();
        try {
            made = Optional.of(PrivateFolder.in(scratch, "baton-solver-"));
            return new ServiceProcess(made.get(), launch);
        } catch (IOException e) {
            made.ifPresent(PrivateFolder::close);
            throw new ServiceFailure("its process can't be started: " + e.getMessage());
        }
    }

    private List<String> command(Launch launch) {
        List<String> command = new ArrayList<>(List.of(
                JavaProgram.java(),
                "-Xmx" + (launch.heap >> 10) + "k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                // a crash leaves nothing behind but what is read here
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:ErrorFile=" + crash,
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder.path(),
                "-D" + Service.FOLDER + "=" + folder.path(),
                "-cp",
                JavaProgram.classPath(),
                launch.main));
        command.addAll(launch.arguments);
        return command;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param cancelled polled; once it says so the process is ended
     * @throws ServiceFailure if there is none: the process has crashed, ended, or said what is no answer; or nobody
     *     wants to know any more, or not for so long. Then the process is gone.
     */
    public String ask(String question, Duration patience, BooleanSupplier cancelled) throws ServiceFailure {
        long end = System.nanoTime() + patience.toNanos();
        CompletableFuture<String> answer = new CompletableFuture<>();
        // it may not even read: then writing waits
        Thread.ofVirtual().start(() -> write(question, answer));
        Thread.ofVirtual().start(() -> read(answer));
        Optional<String> stopped = Optional.empty();
        while (stopped.isEmpty()) {
            try {
                return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                if (cancelled.getAsBoolean()) {
                    stopped = Optional.of("cancelled");
                } else if (System.nanoTime() - end >= 0) {
                    stopped = Optional.of("no answer within " + patience.toSeconds() + " s");
                }
            } catch (ExecutionException e) {
                stopped = Optional.of(
                        cancelled.getAsBoolean() ? "cancelled" : reason(Objects.requireNonNullElse(e.getCause(), e)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopped = Optional.of("cancelled");
            }
        }
        close();
        throw new ServiceFailure(stopped.get());
    }

    private void write(String question, CompletableFuture<String> answer) {
        try {
            Frames.write(process.getOutputStream(), question);
        } catch (IOException e) {
            // the one who reads knows more of it, and comes to the end of the stream
            if (process.isAlive()) {
                answer.completeExceptionally(e);
            }
        }
    }

    private void read(CompletableFuture<String> answer) {
        try {
            answer.complete(Frames.read(process.getInputStream()));
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
    }

    private String reason(Throwable failure) {
        boolean ended;
        try {
            // a JVM that crashes says so first, where an answer should be
            ended = process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "cancelled";
        }
        Optional<String> signal = signal();
        if (signal.isPresent()) {
            return signal.get();
        }
        if (!(failure instanceof EOFException)) {
            return "its process says what is no answer: " + failure.getMessage();
        }
        if (!ended) {
            return "its process says no more";
        }
        int code = process.exitValue();
        return code == OUT_OF_MEMORY ? "out of memory" : "its process ended with exit code " + code + lastWords();
    }

    /** What brought the JVM down, as it says in its report; empty if it did not crash. */
    private Optional<String> signal() {
        List<String> report = lines(crash);
        if (report.stream().anyMatch(line -> line.contains("insufficient memory"))) {
            return Optional.of("out of memory");
        }
        return report.stream()
                .filter(line -> line.matches("# +[A-Z_]+ \\(0x[0-9a-f]+\\).*"))
                .map(line -> "its process crashed (" + line.replaceAll("# +([A-Z_]+).*", "$1") + ")")
                .findFirst()
                .or(() -> Files.exists(crash) ? Optional.of("its process crashed") : Optional.empty());
    }

    private String lastWords() {
        return lines(errors).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("at "))
                .findFirst()
                .map(line -> ": " + line.substring(0, Math.min(160, line.length())))
                .orElse("");
    }

    private static List<String> lines(Path file) {
        try (Stream<String> all = Files.lines(file)) {
            return all.limit(MOST_LINES).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** Whether it can still be asked. */
    public boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        PrivateFolder.kill(process);
        folder.close();
    }
}
