package dev.baton.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.cli.check.Interruption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gallery of counterexamples: what is kept is what Baton writes today. {@code counterexamples/gallery/update}
 * writes it anew.
 */
final class GalleryTest {
    private static final Path ROOT = Path.of(System.getProperty("baton.root", ".."));
    private static final Path GALLERY = ROOT.resolve("counterexamples/gallery");
    private static final Set<String> WRITTEN_BY_HAND = Set.of("entries.json", "update");

    @TempDir
    private Path folder = Path.of(".");

    /**
     * A counterexample worth keeping.
     *
     * @param source what describes the flaw
     * @param repaired the design that has it no more, if there is one
     * @param teaches a few sentences
     */
    record Entry(
            String name,
            String title,
            String spec,
            String check,
            String property,
            String source,
            @Nullable String repaired,
            String teaches) {}

    @Test
    void galleryIsWhatBatonWrites() throws IOException {
        List<Entry> entries =
                new ObjectMapper().readValue(GALLERY.resolve("entries.json").toFile(), new TypeReference<>() {});
        Map<String, String> written = new TreeMap<>();
        for (Entry entry : entries) {
            written.putAll(files(entry));
        }
        written.put("README.md", GalleryIndex.markdown(entries));
        written.put("index.html", GalleryIndex.html(entries));
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, String> file : written.entrySet()) {
            Path kept = GALLERY.resolve(file.getKey());
            if (!Files.exists(kept) || !Files.readString(kept).equals(file.getValue())) {
                changed.add(file.getKey());
                if ("update".equals(System.getProperty("golden"))) {
                    Files.writeString(kept, file.getValue());
                }
            }
        }
        assertThat(changed)
                .as("files of the gallery that are not as Baton writes them; `counterexamples/gallery/update`")
                .isEmpty();
        assertThat(kept()).containsExactlyInAnyOrderElementsOf(written.keySet());
    }

    /** Each known-bad check of the library that is not a classic has a place. */
    @Test
    void everyKnownBadDesignIsThere() throws IOException {
        String entries = Files.readString(GALLERY.resolve("entries.json"));
        try (Stream<Path> specs = Files.walk(ROOT.resolve("specs"))) {
            List<String> missing = specs.filter(p -> p.toString().endsWith(".baton"))
                    .filter(GalleryTest::isKnownBad)
                    .map(p -> ROOT.relativize(p).toString())
                    .filter(p -> !entries.contains("\"" + p + "\""))
                    .toList();
            assertThat(missing).isEmpty();
        }
    }

    private static boolean isKnownBad(Path spec) {
        try {
            return Files.readString(spec).contains(" violated");
        } catch (IOException e) {
            return fail("can't read " + spec, e);
        }
    }

    private static Set<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(GALLERY)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> !WRITTEN_BY_HAND.contains(f))
                    .collect(Collectors.toSet());
        }
    }

    private Map<String, String> files(Entry entry) throws IOException {
        Path traces = folder.resolve(entry.name());
        run(
                "check",
                ROOT.resolve(entry.spec()).toString(),
                "--check",
                entry.check(),
                "--property",
                entry.property(),
                "--trace-dir",
                traces.toString(),
                "--trace-format",
                "itf,text");
        Path itf = traces.resolve(entry.check() + "-" + entry.property() + "-explicit.itf.json");
        Path text = traces.resolve(entry.check() + "-" + entry.property() + "-explicit.txt");
        Path page = traces.resolve("page.html");
        run("view", itf.toString(), "--html", page.toString());
        return Map.of(
                entry.name() + ".itf.json", portable(Files.readString(itf)),
                entry.name() + ".txt", GalleryIndex.story(entry) + "\n" + portable(Files.readString(text)),
                entry.name() + ".html", portable(Files.readString(page)));
    }

    /** Paths as they are from the project's root. */
    private static String portable(String text) {
        return text.replace(ROOT + "/specs", "specs");
    }

    private static void run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, UTF_8);
        ExitCode code = Main.run(List.of(arguments), Console.plain(stream, stream), new Interruption(), Engines::of);
        assertThat(code).as(() -> out.toString(UTF_8)).isEqualTo(ExitCode.EXPECTED);
    }
}
