package dev.baton.checker.tla;

import dev.baton.checker.Watch;
import dev.baton.checker.tla.TlcReport.End;
import dev.baton.checker.tla.TlcReport.Statistics;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Runs TLC in a JVM and a folder of its own and listens to it. A run ends when TLC ends, when nobody waits for it any
 * more, or when time is up; its process and files are gone then.
 *
 * @param scratch where the folder is made
 * @param memory bytes of heap; the JVM's own choice if absent
 * @param deadline when time is up
 */
record TlcRunner(Path jar, Path scratch, int workers, Optional<Long> memory, Optional<Instant> deadline, Watch watch) {
    private static final long POLL_MILLIS = 50;
    private static final long REPORT_MILLIS = 500;

    /** What to run: files by name, the main module without its ending, further options of TLC. */
    record Job(List<SourceText> files, String main, List<String> options) {
        Job {
            files = List.copyOf(files);
            options = List.copyOf(options);
        }
    }

    /** A file for TLC to read. */
    record SourceText(String name, String text) {}

    /** @throws IOException if no process or file can be made */
    TlcReport run(Job job) throws IOException {
        try (PrivateFolder folder = PrivateFolder.in(scratch)) {
            for (SourceText file : job.files) {
                Files.writeString(folder.path().resolve(file.name), file.text);
            }
            List<String> arguments = new ArrayList<>(
                    List.of("-tool", "-metadir", folder.path().resolve("states").toString()));
            // a fixed fingerprint polynomial: the same run gives the same trace
            arguments.addAll(List.of("-fp", "0", "-checkpoint", "0", "-workers", Integer.toString(workers)));
            arguments.addAll(job.options);
            arguments.add(job.main);
            Process process =
                    folder.start(TlaTools.command(jar, memory, folder.path(), List.of(), "tlc2.TLC", arguments));
            return listen(process);
        }
    }

    /** Reads a process of TLC to its end, or puts an end to it. */
    TlcReport listen(Process process) throws IOException {
        TlcListener listener = new TlcListener();
        TlcMessages messages = new TlcMessages(listener::message);
        Thread reader = Thread.ofVirtual().start(() -> read(process, messages));
        End end = await(process, listener);
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end = new End.Interrupted();
        }
        return listener.report(messages.loose(), end);
    }

    private static void read(Process process, TlcMessages messages) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = lines.readLine()) != null) {
                messages.line(line);
            }
        } catch (IOException e) {
            messages.line("TLC's output ended: " + e.getMessage());
        }
    }

    private End await(Process process, TlcListener listener) {
        long reported = System.nanoTime();
        try {
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (watch.cancelled()) {
                    PrivateFolder.kill(process);
                    return new End.Interrupted();
                }
                if (deadline.filter(Instant.now()::isAfter).isPresent()) {
                    PrivateFolder.kill(process);
                    return new End.OutOfTime();
                }
                if (System.nanoTime() - reported >= TimeUnit.MILLISECONDS.toNanos(REPORT_MILLIS)) {
                    reported = System.nanoTime();
                    watch.progress(progress(listener.statistics()));
                }
            }
            return new End.Exited(process.exitValue());
        } catch (InterruptedException e) {
            PrivateFolder.kill(process);
            Thread.currentThread().interrupt();
            return new End.Interrupted();
        }
    }

    private static Watch.Progress progress(Statistics s) {
        return new Watch.Progress(
                "TLC", s.distinct(), s.generated(), s.left(), s.depth(), OptionalLong.empty(), OptionalDouble.empty());
    }
}
