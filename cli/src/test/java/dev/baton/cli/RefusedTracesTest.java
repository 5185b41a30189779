package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.cli.check.Interruption;
import dev.baton.runtime.Machine;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.trace.Follower;
import dev.baton.runtime.trace.TraceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traces that good code must refuse: code of the bad design follows them to their end. */
final class RefusedTracesTest {
    private static final Path SPECS =
            Path.of(System.getProperty("baton.root", "..")).resolve("specs");
    private static final String UPDATE = "handover/live_update.baton";
    private static final String RECLAIMED = "ipi/ring_reclaimed.baton";
    private static final String PUBLISHED = "ipi/ring_published.baton";

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void badCodeTakesEveryStep() throws Exception {
        String said = follow(UPDATE, "LiveUpdate", List.of(), "not_drained", "NoneLost");
        assertThat(said)
                .contains("must refuse `act Old 0 freeze`, but: Taken[]")
                .contains("follows the counterexample to its end");
    }

    @Test
    void badCodeRestsAtTheEnd() throws Exception {
        List<String> small = List.of("--check", "dead_producer", "--param", "CRASHES=0");
        String said = follow(RECLAIMED, "RingReclaimed", small, "nobody_told", "NoneLost");
        assertThat(said)
                .contains("follows the counterexample to its end and rests there: `act Receiver 0 told 0` Refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                UPDATE + "|--refuse nope:NoneLost|there is no check `nope`",
                UPDATE + "|--refuse not_drained:Nope|there is no property `Nope`",
                UPDATE + "|--refuse not_drained|`not_drained` is not a check and a property",
                UPDATE + "|--refuse-file not_drained:NoneLost|is not a file, a check and a property",
                UPDATE + "|--refuse one_page:NoneLost|the check does not expect the property to be violated",
                UPDATE + "|--param REQUESTS=2 --refuse not_drained:NoneLost|`REQUESTS` is 2 in the code, but 1 in",
                PUBLISHED + "|--refuse dead_producer:NoneLost|the protocol can follow the counterexample to its end",
                PUBLISHED
                        + "|--check second_lap --refuse-file SPECS/ipi/ring_claim_then_fill.baton:second_lap:NoneTwice"
                        + "|`SENDERS` is 2 in the code, but 3 in",
                PUBLISHED
                        + "|--refuse-file SPECS/handover/live_update.baton:not_drained:NoneLost|so nothing is refused",
            })
    void saysWhatShowsNothing(String file, String options, String error) {
        List<String> words = new ArrayList<>(List.of("--tests"));
        Stream.of(options.replace("SPECS", SPECS.toString()).split(" ")).forEach(words::add);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(generate(file, folder.resolve("nothing"), words, out)).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(error);
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    /** What is said of the code of a bad design on the trace that the good one must refuse. */
    private String follow(String file, String machine, List<String> good, String check, String property)
            throws IOException, ReflectiveOperationException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> options = new ArrayList<>(good);
        options.addAll(List.of("--tests", "--test-resources", classes.toString(), "--refuse", check + ":" + property));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(generate(file, folder.resolve("good"), options, out))
                .as(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(ExitCode.EXPECTED);
        assertThat(generate(file, folder.resolve("bad"), List.of("--check", check, "--force"), out))
                .as(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(ExitCode.EXPECTED);
        compile(folder.resolve("bad"), classes);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, RefusedTracesTest.class.getClassLoader())) {
            Class<?> type = loader.loadClass("made." + machine);
            TraceFile traces = TraceFile.of(type, machine + ".traces");
            TraceFile.Trace refused = traces.traces().getLast();
            assertThat(refused.name()).isEqualTo("refused " + check + ":" + property);
            Follower follower = new Follower(traces, memory -> machine(type, memory));
            StringBuilder said = new StringBuilder();
            assertThatThrownBy(() -> follower.follow(refused))
                    .isInstanceOf(AssertionError.class)
                    .satisfies(e -> said.append(e.getMessage()));
            return said.toString();
        }
    }

    private static Machine machine(Class<?> type, SharedMemory memory) {
        try {
            return (Machine) type.getConstructor(SharedMemory.class).newInstance(memory);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static void compile(Path sources, Path classes) throws IOException {
        URI runtime = URI.create(Machine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString());
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-d", classes.toString(), "-cp", Path.of(runtime).toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().forEach(arguments::add);
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).isZero();
    }

    private static ExitCode generate(String file, Path into, List<String> options, ByteArrayOutputStream out) {
        List<String> arguments = new ArrayList<>(
                List.of("generate", SPECS.resolve(file).toString(), "--package", "made", "--out", into.toString()));
        arguments.addAll(options);
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Main.run(arguments, Console.plain(stream, stream), new Interruption(), Engines::of);
    }
}
