package dev.baton.checker.tla;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TLC's output, line by line, as messages; and the last lines that belong to none, such as a stack trace. */
final class TlcMessages {
    private static final Pattern START = Pattern.compile("@!@!@STARTMSG (\\d+):(\\d+) @!@!@");
    private static final Pattern END = Pattern.compile("@!@!@ENDMSG \\d+ @!@!@");
    private static final Pattern CHATTER =
            Pattern.compile("Parsing file |Semantic processing of module |TLC2 TLC Server Version ");
    private static final int KEPT = 12;

    private final Consumer<TlcMessage> receiver;
    private final Deque<String> loose = new ArrayDeque<>();
    private final List<String> lines = new ArrayList<>();
    private Optional<Matcher> frame = Optional.empty();

    TlcMessages(Consumer<TlcMessage> receiver) {
        this.receiver = receiver;
    }

    /** Reads what a process prints until it ends. */
    void read(Process process) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = output.readLine()) != null) {
                line(line);
            }
        } catch (IOException e) {
            line("TLC's output ended: " + e.getMessage());
        }
    }

    void line(String line) {
        Matcher start = START.matcher(line);
        if (start.matches()) {
            frame = Optional.of(start);
            lines.clear();
        } else if (END.matcher(line).matches()) {
            frame.ifPresent(f -> receiver.accept(new TlcMessage(
                    Integer.parseInt(f.group(1)), Integer.parseInt(f.group(2)), String.join("\n", lines))));
            frame = Optional.empty();
        } else if (frame.isPresent()) {
            lines.add(line);
        } else if (!line.isBlank() && !CHATTER.matcher(line).lookingAt()) {
            loose.addLast(line);
            if (loose.size() > KEPT) {
                loose.removeFirst();
            }
        }
    }

    /** The last lines outside messages. */
    List<String> loose() {
        return List.copyOf(loose);
    }
}
