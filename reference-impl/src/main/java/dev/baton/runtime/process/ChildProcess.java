package dev.baton.runtime.process;

import dev.baton.runtime.free.Ending;
import dev.baton.runtime.log.LogRing;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A kernel in a process of its own. */
final class ChildProcess implements Running {
    /** From here on, an exit code tells of a signal. */
    private static final int SIGNALLED = 128;
    /** Those of Ctrl-C, and of being told to end. */
    private static final Set<Integer> ASKED_TO_END = Set.of(SIGNALLED + 2, SIGNALLED + 15);
    /** How much later than a kernel this process may get a signal that is for all of them. */
    private static final Duration LATER = Duration.ofMillis(200);

    /** So many last lines of what it complained of are kept. */
    private static final int COMPLAINTS = 5;

    private final Process process;
    private final List<LogRing> rings;
    private final CountDownLatch gone = new CountDownLatch(1);
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Deque<String> complaints = new ArrayDeque<>();
    private String ending = "";
    private volatile boolean killed;
    private volatile Optional<Ending> told = Optional.empty();

    private ChildProcess(Process process, List<LogRing> rings) {
        this.process = process;
        this.rings = List.copyOf(rings);
    }

    /** @param notice to be called when it is gone */
    static ChildProcess start(List<String> command, List<LogRing> rings, Runnable notice) throws IOException {
        Process process = new ProcessBuilder(command).start();
        ChildProcess child = new ChildProcess(process, rings);
        Thread complaining = Thread.ofVirtual().start(child::hearComplaints);
        Thread _ = Thread.ofVirtual().start(() -> child.follow(complaining, notice));
        return child;
    }

    private void hearComplaints() {
        try (BufferedReader lines = process.errorReader()) {
            lines.lines().forEach(line -> {
                synchronized (complaints) {
                    complaints.addLast(line);
                    if (complaints.size() > COMPLAINTS) {
                        complaints.removeFirst();
                    }
                }
            });
        } catch (IOException | java.io.UncheckedIOException e) {
            // It is gone.
        }
    }

    private void follow(Thread complaining, Runnable notice) {
        try {
            hear();
            int exit = process.waitFor();
            complaining.join();
            if (ASKED_TO_END.contains(exit)) {
                // It had not booted yet, or it would have lived on. If the run is to end, that is no crash.
                Thread.sleep(LATER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            gone.countDown();
            notice.run();
        }
    }

    private void hear() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(this::hear);
        } catch (IOException | java.io.UncheckedIOException e) {
            // It is gone.
        }
    }

    /** What it tells counts once it has told it all: when it is killed, its last line may be cut short. */
    private void hear(String line) {
        String[] words = line.split(" ", 3);
        if (words[0].equals("variable") && words.length == 3) {
            variables.put(words[1], words[2]);
        } else if (words[0].equals("ending")) {
            ending = line;
        } else if (line.equals(KernelMain.TOLD)) {
            told = Optional.of(ending(ending));
        }
    }

    private static Ending ending(String line) {
        String[] words = line.split(" ", 3);
        Optional<String> message = words[2].isEmpty() ? Optional.empty() : Optional.of(words[2]);
        return new Ending(Ending.Kind.valueOf(words[1]), message);
    }

    @Override
    public boolean isRunning() {
        return gone.getCount() > 0;
    }

    @Override
    public Ending ending() {
        if (told.isPresent()) {
            return told.get();
        }
        if (killed || process.exitValue() >= SIGNALLED) {
            return Ending.of(Ending.Kind.CRASHED);
        }
        synchronized (complaints) {
            String why = "its process ended with " + process.exitValue() + ": " + String.join("; ", complaints);
            return new Ending(Ending.Kind.FAILED, Optional.of(why));
        }
    }

    @Override
    public void kill() {
        killed = true;
        Process _ = process.destroyForcibly();
    }

    @Override
    public List<LogRing> rings() {
        return rings;
    }

    @Override
    public Map<String, String> variables() {
        return variables;
    }

    /** The operating system's number of the process. */
    long pid() {
        return process.pid();
    }
}
