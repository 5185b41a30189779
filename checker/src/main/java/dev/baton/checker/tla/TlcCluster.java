package dev.baton.checker.tla;

import dev.baton.checker.process.PrivateFolder;
import dev.baton.checker.tla.TlcRunner.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs TLC's server and workers for it, each in a JVM of its own. All that were started here are gone when a run ends.
 *
 * @param runner what is known of the run; its workers are processes here, its memory is shared out among the server and
 *     them
 */
record TlcCluster(TlcRunner runner, Distribution distribution) {
    private static final String SERVER = "tlc2.tool.distributed.TLCServer";
    /** Not often: a report at the very moment of the end makes the server trip. */
    private static final int REPORT_MILLIS = 2000;

    private static final int ATTEMPTS = 4;
    private static final Duration BRIEF = Duration.ofMinutes(1);
    /** Workers also end well when all is done, maybe before the server's last words are read. */
    private static final int PATIENCE_POLLS = 200;

    /** What the server said, and what it shows of a violation. */
    record Answer(TlcReport report, boolean violation, List<String> stopped) {}

    /**
     * @param deadlock whether a state without a successor is a violation; the server does not read that in the
     *     configuration
     * @throws IOException if no process or file can be made
     */
    Answer run(Job job, boolean deadlock) throws IOException {
        int workers = runner.workers();
        for (int attempt = 1; ; attempt++) {
            long start = System.nanoTime();
            Answer answer = runOnce(job, deadlock, workers);
            if (attempt == ATTEMPTS || !tripped(answer)) {
                return answer;
            }
            if (System.nanoTime() - start < BRIEF.toNanos()) {
                workers = Math.min(1, workers);
            }
        }
    }

    /**
     * Whether the server failed over its own threads as it came to its end. It may where a worker joins at that very
     * moment, as in a search so brief that the second worker comes too late; one worker never does.
     */
    private static boolean tripped(Answer answer) {
        return !answer.violation
                && answer.report.errors().stream().anyMatch(e -> e.contains("\"this.states\" is null"));
    }

    private Answer runOnce(Job job, boolean deadlock, int workers) throws IOException {
        try (PrivateFolder folder = runner.folder(job)) {
            Path told = folder.path().resolve("port");
            List<String> arguments = new ArrayList<>(TlcRunner.arguments(job, folder));
            if (!deadlock) {
                arguments.addFirst("-deadlock");
            }
            Process server = folder.start(TlaTools.distributed(
                    runner.jar(),
                    serverMemory(),
                    folder.path(),
                    // port 0: the registry is where the server's other objects are
                    List.of("-D" + SERVER + ".port=0", "-D" + SERVER + ".report=" + REPORT_MILLIS),
                    List.of(address(), Integer.toString(distribution.port()), told.toString()),
                    SERVER,
                    arguments));
            ServerListener listener = new ServerListener(new LocalCrew(folder, told, workers));
            TlcReport report = runner.listen(server, listener);
            return new Answer(report, listener.violation(), listener.stopped());
        }
    }

    private String address() {
        return distribution.address().getHostAddress();
    }

    /** The server keeps the fingerprints of all states: it gets half. */
    private Optional<Long> serverMemory() {
        return runner.memory().map(bytes -> runner.workers() == 0 ? bytes : bytes / 2);
    }

    private Optional<Long> workerMemory() {
        return runner.memory().map(bytes -> bytes / 2 / runner.workers());
    }

    /** The workers of this machine: as many as asked for, started when the server is ready, and not replaced. */
    private final class LocalCrew implements ServerListener.Crew {
        private final PrivateFolder folder;
        private final Path told;
        private final int wanted;
        private final List<Worker> workers = new ArrayList<>();
        private int pollsWithoutAny;

        LocalCrew(PrivateFolder folder, Path told, int wanted) {
            this.folder = folder;
            this.told = told;
            this.wanted = wanted;
        }

        @Override
        public Optional<String> tend(int working) {
            if (workers.isEmpty()) {
                start();
            }
            return distribution.listen().isPresent() ? Optional.empty() : whyNobodyWorks(working);
        }

        private void start() {
            try {
                int port = Integer.parseInt(Files.readString(told));
                for (int i = 0; i < wanted; i++) {
                    Path place = Files.createDirectory(folder.path().resolve("worker" + i));
                    workers.add(Worker.start(
                            runner.jar(),
                            folder,
                            place,
                            new Worker.Settings(address(), address(), port, 1, workerMemory())));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("TLC's workers can't be started", e);
            }
        }

        private Optional<String> whyNobodyWorks(int working) {
            if (workers.stream().anyMatch(Worker::alive)) {
                return Optional.empty();
            }
            List<String> failures =
                    workers.stream().flatMap(w -> w.failure().stream()).toList();
            boolean allFailed = failures.size() == workers.size();
            if (!allFailed && (working > 0 || ++pollsWithoutAny < PATIENCE_POLLS)) {
                return Optional.empty();
            }
            String which = workers.size() == 1 ? "TLC's worker is gone" : "all " + workers.size() + " workers are gone";
            return Optional.of(which + (failures.isEmpty() ? "" : ": " + failures.getLast()));
        }

        @Override
        public String awaited() {
            return distribution.listen().isPresent()
                    ? "waiting for workers: `baton worker "
                            + Distribution.typed(distribution.address(), distribution.port()) + "` on other machines"
                    : "TLC's workers start";
        }
    }
}
