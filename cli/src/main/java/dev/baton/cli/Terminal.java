package dev.baton.cli;

import dev.baton.trace.Ink;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The console of this process: what its streams are connected to, and what the environment wishes. */
final class Terminal {
    private static final int WIDTH = 100;

    private Terminal() {}

    /** @param out standard output */
    static Console console(StandardStream out, Map<String, String> environment) {
        return new Console(
                utf8(out),
                utf8(new StandardStream(FileDescriptor.err)),
                ink(1, environment),
                ink(2, environment),
                width(environment),
                isTerminal(2));
    }

    /** Whatever the locale says, so that the same run writes the same bytes. */
    private static PrintStream utf8(StandardStream stream) {
        return new PrintStream(new BufferedOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    private static Ink ink(int descriptor, Map<String, String> environment) {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return wanted && isTerminal(descriptor) ? Ink.ANSI : Ink.PLAIN;
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{1,3}") ? Math.max(40, Integer.parseInt(columns)) : WIDTH;
    }

    /** The JDK tells only of all standard streams together; Linux of each. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd", Integer.toString(descriptor));
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noSuchFolder) {
            return Optional.ofNullable(System.console())
                    .filter(java.io.Console::isTerminal)
                    .isPresent();
        }
    }
}
