package dev.baton.reference.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The other process of a ring; see {@link PeerMain}. */
final class Peer implements AutoCloseable {
    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    /** Starts it; it dies when this process does. */
    Peer(List<String> jvm) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PeerMain.class.getName()));
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Has it run an end of a ring; returns when it does. */
    void start(Contestant contestant, Role role, int slots, Path file) throws IOException {
        order(contestant.title() + " " + role + " " + slots + " " + file);
    }

    /** Has it stop. */
    void stop() throws IOException {
        order("");
    }

    private void order(String line) throws IOException {
        orders.println(line);
        String answer = answers.readLine();
        if (answer == null || !answer.equals(PeerMain.FINE)) {
            throw new IOException("the other process: " + (answer == null ? "it is dead" : answer));
        }
    }

    /** Whether it has died. */
    boolean isDead() {
        return !process.isAlive();
    }

    @Override
    public void close() {
        orders.close();
        try {
            int _ = process.waitFor();
        } catch (InterruptedException e) {
            Process _ = process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
