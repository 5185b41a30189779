package dev.baton.checker.tla;

import dev.baton.checker.Watch;
import dev.baton.checker.process.PrivateFolder;
import dev.baton.checker.tla.TlcReport.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Who makes sense of what TLC says, and looks after a run while it goes on. */
    interface Attendant {
        /** Called from the thread that reads. */
        void message(TlcMessage message);

        Watch.Progress progress();

        /** Called several times a second; an end that it gives puts an end to the process. */
        Optional<End> attend();

        /** @param loose lines that were no messages */
        TlcReport report(List<String> loose, End end);
    }

    /** @throws IOException if no process or file can be made */
    TlcReport run(Job job) throws IOException {
        try (PrivateFolder folder = folder(job)) {
            List<String> arguments = new ArrayList<>(arguments(job, folder));
            arguments.addAll(arguments.size() - 1, List.of("-workers", Integer.toString(workers)));
            Process process =
                    folder.start(TlaTools.command(jar, memory, folder.path(), List.of(), "tlc2.TLC", arguments));
            return listen(process, new TlcListener());
        }
    }

    /**
     * A folder with a job's files, and of its own: two runs of TLC that start in one folder in the same second take
     * each other's files.
     */
    PrivateFolder folder(Job job) throws IOException {
        PrivateFolder folder = PrivateFolder.in(scratch, "baton-tlc-");
        try {
            for (SourceText file : job.files) {
                Files.writeString(folder.path().resolve(file.name), file.text);
            }
            return folder;
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    /** What every main class of TLC understands; the last argument is the module. */
    static List<String> arguments(Job job, PrivateFolder folder) {
        List<String> arguments = new ArrayList<>(
                List.of("-tool", "-metadir", folder.path().resolve("states").toString()));
        // a fixed fingerprint polynomial: the same run gives the same trace
        arguments.addAll(List.of("-fp", "0", "-checkpoint", "0"));
        arguments.addAll(job.options);
        arguments.add(job.main);
        return List.copyOf(arguments);
    }

    /** Reads a process of TLC to its end, or puts an end to it. */
    TlcReport listen(Process process, Attendant attendant) throws IOException {
        TlcMessages messages = new TlcMessages(attendant::message);
        Thread reader = Thread.ofVirtual().start(() -> messages.read(process));
        End end = await(process, attendant);
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end = new End.Interrupted();
        }
        return attendant.report(messages.loose(), end);
    }

    private End await(Process process, Attendant attendant) {
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
                Optional<End> abandoned = attendant.attend();
                if (abandoned.isPresent()) {
                    PrivateFolder.kill(process);
                    return abandoned.get();
                }
                if (System.nanoTime() - reported >= TimeUnit.MILLISECONDS.toNanos(REPORT_MILLIS)) {
                    reported = System.nanoTime();
                    watch.progress(attendant.progress());
                }
            }
            return new End.Exited(process.exitValue());
        } catch (InterruptedException e) {
            PrivateFolder.kill(process);
            Thread.currentThread().interrupt();
            return new End.Interrupted();
        }
    }
}
