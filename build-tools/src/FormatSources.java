import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks, or with {@code write} sets right, the format of every Java source of every module.
 *
 * <p>Spotless would do this inside Maven's own JVM, whose parser may be older than the sources' Java; this runs in a
 * JVM of the toolchain. Digests of sources found well formatted are remembered, so that a second run only reads files.
 *
 * <p>Arguments: {@code check} or {@code write}, the root folder, the file that remembers digests, the formatter's
 * version. Exits with 1 if a file is not well formatted and was not set right.
 */
final class FormatSources {
    private enum Mode {
        CHECK,
        WRITE
    }

    private sealed interface Outcome {
        record WellFormatted(String digest) implements Outcome {}

        record Rewritten(Path file, String digest) implements Outcome {}

        record Misformatted(Path file) implements Outcome {}

        record Unreadable(Path file, String why) implements Outcome {}
    }

    private final Mode mode;
    private final Path root;
    private final String version;
    private final Set<String> known;
    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    private FormatSources(Mode mode, Path root, String version, Set<String> known) {
        this.mode = mode;
        this.root = root;
        this.version = version;
        this.known = known;
    }

    public static void main(String[] arguments) throws IOException {
        Mode mode = arguments[0].equals("write") ? Mode.WRITE : Mode.CHECK;
        Path root = Path.of(arguments[1]).toRealPath();
        Path memory = Path.of(arguments[2]);
        Set<String> known = Files.exists(memory) ? Set.copyOf(Files.readAllLines(memory)) : Set.of();

        List<Path> sources = sources(root);
        FormatSources run = new FormatSources(mode, root, arguments[3], known);
        List<Outcome> outcomes = sources.parallelStream().map(run::visit).toList();

        Set<String> digests = new TreeSet<>();
        int bad = 0;
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.WellFormatted(String digest) -> digests.add(digest);
                case Outcome.Rewritten(Path file, String digest) -> {
                    digests.add(digest);
                    System.out.println("formatted " + file);
                }
                case Outcome.Misformatted(Path file) -> {
                    bad++;
                    System.err.println("not formatted: " + file);
                }
                case Outcome.Unreadable(Path file, String why) -> {
                    bad++;
                    System.err.println("cannot be parsed: " + file + ": " + why);
                }
            }
        }
        Files.createDirectories(memory.toAbsolutePath().getParent());
        Files.write(memory, digests);
        if (bad > 0) {
            System.err.println(bad + " of " + sources.size() + " Java sources are not as the formatter writes them;"
                    + " `mvn -B -q -pl build-tools -Pformat validate` sets them right");
            System.exit(1);
        }
    }

    /** The build's own sources, and those in `src/main/java` and `src/test/java` of each module. */
    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.filter(module -> Files.exists(module.resolve("pom.xml")))
                    .map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(FormatSources::javaFiles)
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java")
                            && !file.toString().contains("/resources/"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome visit(Path file) {
        Path name = root.relativize(file);
        try {
            String text = Files.readString(file);
            if (known.contains(digest(text))) {
                return new Outcome.WellFormatted(digest(text));
            }
            String formatted = formatter.formatSourceAndFixImports(text);
            if (formatted.equals(text)) {
                return new Outcome.WellFormatted(digest(text));
            }
            return switch (mode) {
                case CHECK -> new Outcome.Misformatted(name);
                case WRITE -> {
                    Files.writeString(file, formatted);
                    yield new Outcome.Rewritten(name, digest(formatted));
                }
            };
        } catch (FormatterException e) {
            return new Outcome.Unreadable(
                    name, Optional.ofNullable(e.getMessage()).orElse("no reason given"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(version.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK knows SHA-256", e);
        }
    }
}
