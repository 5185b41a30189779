package dev.baton.cli.mutants;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Asks {@link Judge}, and ends it where it hangs. */
final class Verdicts {
    /** Of a trial; longer than any takes that goes well. */
    private static final long MOST_SECONDS = 60;

    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED");

    private final Path root;
    private final Path base;

    /** What came of the trials: which caught it, and why; empty if none did. */
    record Verdict(Optional<String> by, String why) {}

    Verdicts(Path root, Path base) {
        this.root = root;
        this.base = base;
    }

    Verdict of(Optional<Path> classes, List<String> trials) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-cp");
        command.add(classes.map(c -> c + ":").orElse("") + base + ":" + System.getProperty("java.class.path"));
        command.add(Judge.class.getName());
        command.add(root.toString());
        command.addAll(trials);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            return read(process);
        } finally {
            Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static Verdict read(Process process) throws InterruptedException {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread _ = Thread.ofVirtual().start(() -> copy(process, lines));
        String trial = "";
        String last = "";
        while (true) {
            String line = lines.poll(MOST_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                return new Verdict(Optional.of(trial), "hangs");
            } else if (line.startsWith("BEGIN ")) {
                trial = line.substring(6);
            } else if (line.startsWith("CAUGHT ")) {
                return new Verdict(Optional.of(trial), line.substring(line.indexOf(": ") + 2));
            } else if (line.equals("PASSED")) {
                return new Verdict(Optional.empty(), "");
            } else if (line.equals(END)) {
                return new Verdict(Optional.of(trial), "fails: " + last);
            } else {
                last = last.isEmpty() ? line : last;
            }
        }
    }

    private static final String END = "\0";

    private static void copy(Process process, BlockingQueue<String> lines) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // It was killed.
        }
        lines.add(END);
    }
}
