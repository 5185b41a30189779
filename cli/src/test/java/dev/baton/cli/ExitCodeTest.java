package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Engine;
import dev.baton.checker.Verdict;
import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.Watch;
import dev.baton.cli.check.Interruption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What engines say decides the exit code; those here say what a test wants. */
final class ExitCodeTest {
    @TempDir
    private Path folder = Path.of(".");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Interruption interruption = new Interruption();

    @BeforeEach
    void aProtocol() throws IOException {
        Files.writeString(folder.resolve("flip.baton"), """
            protocol Flip
            kernel K {
              var lit: bool = false
              action flip when not lit { lit = true }
            }
            invariant Fine: K.lit or not K.lit
            terminal K.lit
            """);
    }

    @Test
    void whatIsAsExpected() {
        assertThat(check(new Says("one", 2, ExitCodeTest::holds))).isEqualTo(ExitCode.EXPECTED);
    }

    @Test
    void whatIsUndecidedSaysWhy() {
        assertThat(check(new Says("one", 2, r -> new Verdict.Unknown("memory: 1 MB of heap are full"))))
                .isEqualTo(ExitCode.UNDECIDED);
        assertThat(text(out)).contains("memory: 1 MB of heap are full").contains("Undecided: ");
    }

    @Test
    void enginesThatDisagreeAreAnInternalError() {
        assertThat(check(new Says("one", 2, ExitCodeTest::holds), new Says("two", 3, ExitCodeTest::holds)))
                .isEqualTo(ExitCode.INTERNAL);
        assertThat(text(err)).contains("engines disagree").contains("one says 2 distinct states, two says 3");
    }

    @Test
    void aRefusalIsPrintedAndOutweighedByAnotherEngine() {
        assertThat(check(new Says("one", 2, ExitCodeTest::holds), new Refuses()))
                .isEqualTo(ExitCode.EXPECTED);
        assertThat(text(out)).contains("no, because it is Monday");
        assertThat(check(new Refuses())).isEqualTo(ExitCode.UNDECIDED);
    }

    @Test
    void anInterruptionPrintsWhatIsKnown() {
        Engine stopped = new Says("one", 2, request -> {
            interruption.interrupt();
            return new Verdict.Unknown("cancelled");
        });
        assertThat(check(stopped)).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(text(out)).contains("unknown (interrupted)").contains("Interrupted; undecided: ");
    }

    @Test
    void aBrokenInvariantIsOneSentenceAndNoStackTrace() {
        Engine broken = new Says("one", 2, request -> {
            throw new IllegalStateException("the frontier is inside out");
        });
        assertThat(check(broken)).isEqualTo(ExitCode.INTERNAL);
        assertThat(text(err))
                .contains("internal error: IllegalStateException: the frontier is inside out")
                .contains("BATON_DEBUG=1")
                .doesNotContain("\tat ");
    }

    private ExitCode check(Engine... engines) {
        Console console = Console.plain(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        List<String> arguments = List.of("check", folder.resolve("flip.baton").toString(), "--engine", "all");
        return Main.run(arguments, console, interruption, choice -> List.of(engines));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private static Verdict holds(CheckRequest request) {
        return Verdict.Holds.of(new Guarantee.AllReachable());
    }

    /** Says the same of every property. */
    private record Says(String name, long states, Function<CheckRequest, Verdict> verdict) implements Engine {
        @Override
        public Optional<String> refuses(CheckRequest request) {
            return Optional.empty();
        }

        @Override
        public CheckResult check(CheckRequest request, Watch watch) {
            Verdict same = verdict.apply(request);
            return new CheckResult(
                    request.properties().stream()
                            .map(p -> new CheckResult.Answer(p, same))
                            .toList(),
                    OptionalLong.of(states),
                    OptionalLong.of(9),
                    OptionalInt.of(2),
                    true,
                    Duration.ZERO);
        }
    }

    private record Refuses() implements Engine {
        @Override
        public String name() {
            return "refuser";
        }

        @Override
        public Optional<String> refuses(CheckRequest request) {
            return Optional.of("no, because it is Monday");
        }

        @Override
        public CheckResult check(CheckRequest request, Watch watch) {
            throw new AssertionError("asked although it refused");
        }
    }
}
