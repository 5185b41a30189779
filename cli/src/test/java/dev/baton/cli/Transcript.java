package dev.baton.cli;

import dev.baton.cli.check.Interruption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A transcript: sections headed by lines {@code == word argument}.
 *
 * <pre>
 * == file NAME     a file that is there beforehand
 * == run ARGUMENTS what is typed after `baton`; DIR stands for a folder of the transcript's own
 * == out           what is printed
 * == err
 * == wrote NAME    a file that was not there before, or has changed
 * == exit CODE
 * </pre>
 *
 * Times are masked, and which method of proof was first.
 */
record Transcript(List<Section> sections) {

    /** @param head without the {@code ==} */
    record Section(String head, String body) {
        boolean is(String word) {
            return head.equals(word) || head.startsWith(word + " ");
        }

        String argument() {
            int blank = head.indexOf(' ');
            return blank < 0 ? "" : head.substring(blank + 1);
        }
    }

    static Transcript parse(String text) {
        List<Section> sections = new ArrayList<>();
        for (String part : text.split("(?m)^== ", -1)) {
            if (!part.isEmpty()) {
                int end = part.indexOf('\n');
                sections.add(new Section(part.substring(0, end), part.substring(end + 1)));
            }
        }
        return new Transcript(sections);
    }

    /** Does what is typed, in an empty folder, and gives the whole transcript as it should be. */
    String play(Path folder) throws IOException {
        clear(folder);
        StringBuilder text = new StringBuilder();
        for (Section section : sections) {
            if (section.is("file")) {
                Files.writeString(folder.resolve(section.argument()), section.body);
                text.append("== ").append(section.head).append('\n').append(section.body);
            } else if (section.is("run")) {
                text.append("== ").append(section.head).append('\n');
                text.append(run(section.argument(), folder));
            }
        }
        return text.toString();
    }

    private static String run(String typed, Path folder) throws IOException {
        Map<String, String> before = contents(folder);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.plain(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        List<String> arguments = Arrays.stream(typed.split(" "))
                .filter(a -> !a.isEmpty())
                .map(a -> a.replace("DIR", folder.toString()))
                .toList();
        ExitCode code = Main.run(arguments, console, new Interruption(), Engines::of);
        StringBuilder text = new StringBuilder();
        String printed = out.toString(StandardCharsets.UTF_8);
        section("out", typed.contains("--method") ? printed : anyMethod(printed), folder, text);
        section("err", err.toString(StandardCharsets.UTF_8), folder, text);
        contents(folder).forEach((name, content) -> {
            if (!content.equals(before.get(name))) {
                section("wrote " + name, content, folder, text);
            }
        });
        return text.append("== exit ").append(code.code()).append('\n').toString();
    }

    private static void section(String head, String body, Path folder, StringBuilder into) {
        String masked = masked(body, folder);
        if (!masked.isEmpty()) {
            into.append("== ").append(head).append('\n').append(masked);
            into.append(masked.endsWith("\n") ? "" : "\n");
        }
    }

    /** Methods race; columns are as wide as what the first of them has to say. */
    private static String anyMethod(String text) {
        return text.contains("proved (")
                ? text.replaceAll("proved \\([^()]*\\)", "proved (…)").replaceAll("(?m)(?<=\\S) {2,}(?=\\S)", "  ")
                : text;
    }

    private static String masked(String text, Path folder) {
        return text.replace(folder.toString(), "DIR")
                .replaceAll("\\b[0-9]+\\.[0-9]{2} s\\b", "#.## s")
                .replaceAll("(?i)(\"(?:wall)?seconds\" : )[0-9.E-]+", "$1#")
                .replaceAll("( time=\")[0-9.]+\"", "$1#\"")
                .replaceAll("collision [0-9.e-]+", "collision #")
                // Progress, which only slow runs show.
                .replaceAll("(?m)^.*, [0-9]+ s\n", "");
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean text = !file.toString().endsWith(".checkpoint");
                contents.put(folder.relativize(file).toString(), text ? Files.readString(file) : "(no text)");
            }
        }
        return contents;
    }

    private static void clear(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.createDirectories(folder);
    }
}
