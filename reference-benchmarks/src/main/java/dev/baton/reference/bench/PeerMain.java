package dev.baton.reference.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that runs one end of a ring, as often as it is told to on its standard input: a line {@code ring role slots
 * file}, then an empty one to stop. It answers each with a line, which says what went wrong if anything has. Ends when
 * its input does.
 */
public final class PeerMain {
    static final String FINE = "fine";

    private PeerMain() {}

    /** @param args none */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream answer = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                Side side;
                try {
                    side = start(order.split(" ", 4));
                } catch (IOException | IllegalArgumentException | IllegalStateException e) {
                    answer.println(e);
                    continue;
                }
                answer.println(FINE);
                if (orders.readLine() == null) {
                    break;
                }
                Optional<String> ended = side.ended();
                side.stop();
                answer.println(ended.orElse(FINE));
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static Side start(String[] order) throws IOException {
        Lane lane = Contestant.of(order[0]).attach(Path.of(order[3]), Integer.parseInt(order[2]));
        return lane.start(Role.valueOf(order[1]), false, () -> {});
    }
}
