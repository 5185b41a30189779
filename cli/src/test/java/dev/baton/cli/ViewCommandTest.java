package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.check.Interruption;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `view` and `explore`, without a browser; what browsers see is tested where the page is. */
final class ViewCommandTest {
    private static final Path SPECS = Path.of(System.getProperty("baton.root", ".."), "specs");
    private static final String SLOT = SPECS.resolve("ipi/single_slot.baton").toString();
    private static final String CONSTANTS = """
        protocol Constants
        const LIMIT = 2
        param N: 1..3 = 2
        kernel K[N] {
          var n: 0..LIMIT = 0
          action up when n < LIMIT { n += 1 }
        }
        invariant Low: forall k in K: k.n < LIMIT
        terminal forall k in K: k.n == LIMIT
        check three { N = 3 } expect Low violated
        """;

    @TempDir
    private Path folder = Path.of(".");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Interruption interruption = new Interruption();

    @Test
    void aTraceBecomesOneFile() throws IOException {
        Path page = folder.resolve("lost.html");
        assertThat(run("view", lost(), "--html", page.toString())).isEqualTo(ExitCode.EXPECTED);
        assertThat(text(out)).contains("lost.html: 11 steps");
        assertThat(Files.readString(page))
                .contains("\"title\":\"NoneLost is violated\"")
                .contains("counterexample, replayed");
        String first = Files.readString(page);
        run("view", lost(), "--html", page.toString());
        assertThat(Files.readString(page)).isEqualTo(first);
    }

    @Test
    void twoTracesBecomeOneFile() throws IOException {
        Path page = folder.resolve("both.html");
        String lost = lost();
        assertThat(run("view", lost, lost, "--html", page.toString())).isEqualTo(ExitCode.EXPECTED);
        assertThat(Files.readString(page)).contains("id=\"baton-view-2\"");
    }

    @Test
    void constantsOfATraceAreNotGivenValues() throws IOException {
        Path spec = Files.writeString(folder.resolve("constants.baton"), CONSTANTS);
        run("check", spec.toString(), "--trace-dir", folder.resolve("traces").toString());
        String trace =
                folder.resolve("traces").resolve("three-Low-explicit.itf.json").toString();
        String page = folder.resolve("c.html").toString();
        assertThat(run("view", trace, "--html", page)).as(() -> text(err)).isEqualTo(ExitCode.EXPECTED);
        assertThat(run("trace", trace)).as(() -> text(err)).isEqualTo(ExitCode.EXPECTED);
    }

    @Test
    void aTraceOfAnotherProtocolIsRefused() throws IOException {
        Path page = folder.resolve("x.html");
        assertThat(run("view", lost(), "--param", "MESSAGES=1", "--html", page.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("the trace is of `MESSAGES` = 2, and `SingleSlot` has 1");
        assertThat(page).doesNotExist();
    }

    @Test
    void whatIsNoTraceIsRefused() throws IOException {
        for (String text :
                List.of("", "{", "[]", "{\"schema\":1}", "{\"schema\":1,\"trace\":{\"steps\":[]}}", "nonsense")) {
            Path file = Files.writeString(folder.resolve("bad.json"), text);
            assertThat(run("view", file.toString(), "--spec", SLOT)).as(text).isEqualTo(ExitCode.USAGE);
        }
        assertThat(run("view", folder.resolve("none.json").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run("view", folder.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).doesNotContain("internal error");
    }

    @Test
    void aProtocolThatIsGoneIsAskedFor() throws IOException {
        Path spec = Files.writeString(folder.resolve("constants.baton"), CONSTANTS);
        run("check", spec.toString(), "--trace-dir", folder.resolve("traces").toString());
        Files.delete(spec);
        String trace =
                folder.resolve("traces").resolve("three-Low-explicit.itf.json").toString();
        assertThat(run("view", trace)).isEqualTo(ExitCode.USAGE);
        assertThat(text(err))
                .contains("which is no protocol that can be read from here; `--spec FILE` says where it is");
        Path moved = Files.writeString(folder.resolve("moved.baton"), CONSTANTS);
        String page = folder.resolve("m.html").toString();
        assertThat(run("view", trace, "--spec", moved.toString(), "--html", page))
                .isEqualTo(ExitCode.EXPECTED);
    }

    @Test
    void anInterruptionWritesNothing() throws IOException {
        String lost = lost();
        interruption.interrupt();
        Path page = folder.resolve("lost.html");
        assertThat(run("view", lost, "--html", page.toString())).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(page).doesNotExist();
    }

    @Test
    void aStepThatCannotBeTakenIsRefused() {
        assertThat(run("explore", SLOT, "--no-open", "--step", "deliver_dorbell"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("did you mean `deliver_doorbell`?");
        assertThat(run("explore", SLOT, "--initial", "1")).isEqualTo(ExitCode.USAGE);
        assertThat(run("explore", SLOT, "--port", "65536")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void itServesUntilItIsStopped() throws Exception {
        try (PipedInputStream pipe = new PipedInputStream();
                PrintStream to = new PrintStream(new PipedOutputStream(pipe), true, StandardCharsets.UTF_8);
                BufferedReader lines = new BufferedReader(new InputStreamReader(pipe, StandardCharsets.UTF_8));
                HttpClient client = HttpClient.newHttpClient()) {
            Console console = Console.plain(to, new PrintStream(err, true, StandardCharsets.UTF_8));
            List<String> arguments = List.of("explore", SLOT, "--no-open", "--step", "send_set_header(self=Sender(0))");
            CompletableFuture<ExitCode> code = CompletableFuture.supplyAsync(
                    () -> Main.run(arguments, console, interruption, Engines::of), Thread::startVirtualThread);
            URI address = URI.create(lines.readLine());
            HttpRequest view = HttpRequest.newBuilder(address.resolve("/api/view"))
                    .header("X-Baton-Token", address.getQuery().substring(2))
                    .build();
            assertThat(client.send(view, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("\"id\":\"send_set_header(self=Sender(0))\"");
            interruption.interrupt();
            assertThat(code.get()).isEqualTo(ExitCode.INTERRUPTED);
            Assertions.assertThatThrownBy(() -> client.send(view, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(ConnectException.class);
        }
    }

    private String lost() {
        Path traces = folder.resolve("slot");
        if (!Files.exists(traces)) {
            run("check", SLOT, "--check", "overwritten", "--property", "NoneLost", "--trace-dir", traces.toString());
        }
        return traces.resolve("overwritten-NoneLost-explicit.itf.json").toString();
    }

    private ExitCode run(String... arguments) {
        Console console = Console.plain(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return Main.run(List.of(arguments), console, interruption, Engines::of);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
