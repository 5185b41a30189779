package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.cli.check.Interruption;
import dev.baton.runtime.Machine;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.trace.Follower;
import dev.baton.runtime.trace.Parting;
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
    private static final Path DESIGNS = Path.of("src/test/resources/refused");
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

    /**
     * On the way a worker crashes in {@code lease}, crashes and comes back in {@code boots}, and an order is lost in
     * {@code post}; of {@code turns} the loop is gone round twice.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lease|Kept|refused at step 4, `act Boss 0 reclaim`|crash Worker 0|follows the counterexample to its"
                        + " end",
                "boots|Once|refused at step 4, `act Worker 0 serve`|restart Worker 0|follows the counterexample to its"
                        + " end",
                "post|Served|refused at step 3, `act Boss 0 close`|lose orders 0 0 0|follows the counterexample to its"
                        + " end",
                "turns|Works|refused at step 5, in round 3 of its loop, `act A 0 yield`|act B 0 yield"
                        + "|variable A 0 yields: 0 instead of 1",
            })
    void takesFaultsAndRounds(String name, String property, String sentence, String last, String bad) throws Exception {
        Path good = DESIGNS.resolve(name + "_good.baton").toAbsolutePath();
        Path other = DESIGNS.resolve(name + "_bad.baton").toAbsolutePath();
        List<String> refuse = List.of("--refuse-file", other + ":design:" + property);
        assertThat(generated(good, "good", refuse)).contains(sentence);
        TraceFile.Trace refused = refused(machine(name));
        assertThat(refused.steps().getLast().command()).isEqualTo(last);
        assertThat(followed("good", machine(name))).isEmpty();
        generated(other, "bad", List.of("--force"));
        assertThat(followed("bad", machine(name))).contains(bad);
    }

    @Test
    void whatCodeDoesNotHaveItIsNotAskedFor() throws Exception {
        Path good = DESIGNS.resolve("lease_good.baton").toAbsolutePath();
        Path bad = DESIGNS.resolve("lease_bad.baton").toAbsolutePath();
        assertThat(generated(good, "good", List.of("--refuse-file", bad + ":design:Clean")))
                .contains("refused at step 3, `act Boss 0 peek`, which this protocol does not have");
        assertThat(refused("Lease").parting()).get().isInstanceOf(Parting.Lacks.class);
        assertThat(followed("good", "Lease")).isEmpty();
    }

    @Test
    void aLoopThatCodeCanGoRoundForEverShowsNothing() {
        Path bad = DESIGNS.resolve("turns_bad.baton").toAbsolutePath();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> options = List.of("--force", "--tests", "--refuse-file", bad + ":design:Works");
        assertThat(generate(bad.toString(), folder.resolve("nothing"), options, out))
                .isEqualTo(ExitCode.USAGE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("the protocol can follow the counterexample for ever");
    }

    private static String machine(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Generates and compiles; what the command says. The traces are those of the last time with tests. */
    private String generated(Path file, String to, List<String> more) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(to + "-classes"));
        List<String> options = new ArrayList<>(more);
        if (!more.contains("--force")) {
            options.addAll(List.of(
                    "--tests=" + folder.resolve("tests"),
                    "--test-resources",
                    folder.resolve("traces").toString()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(generate(file.toString(), folder.resolve(to), options, out))
                .as(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(ExitCode.EXPECTED);
        compile(folder.resolve(to), classes);
        return out.toString(StandardCharsets.UTF_8);
    }

    private TraceFile.Trace refused(String machine) throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader = loader("good")) {
            return traces(loader, machine).traces().getLast();
        }
    }

    /** What is wrong with code on all traces of the good design; empty if nothing is. */
    private String followed(String code, String machine) throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader = loader(code)) {
            TraceFile traces = traces(loader, machine);
            Class<?> type = loader.loadClass("made." + machine);
            Follower follower = new Follower(traces, memory -> machine(type, memory));
            List<TraceFile.Trace> asked = code.equals("good")
                    ? traces.traces()
                    : List.of(traces.traces().getLast());
            asked.forEach(follower::follow);
            return "";
        } catch (AssertionError e) {
            return String.valueOf(e.getMessage());
        }
    }

    private URLClassLoader loader(String code) throws IOException {
        URL[] urls = {
            folder.resolve(code + "-classes").toUri().toURL(),
            folder.resolve("traces").toUri().toURL()
        };
        return new URLClassLoader(urls, RefusedTracesTest.class.getClassLoader());
    }

    private static TraceFile traces(ClassLoader loader, String machine) throws ReflectiveOperationException {
        return TraceFile.of(loader.loadClass("made." + machine), machine + ".traces");
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
