package dev.baton.checker.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever becomes of a process, the one who asks it gets an answer, or a reason, and nothing is left behind. */
final class ServiceProcessTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path scratch = Path.of(".");

    @AfterEach
    void nothingIsLeft() {
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void answersOneQuestionAfterTheOther() throws ServiceFailure {
        try (ServiceProcess process = ServiceProcess.start(Misbehaving.launch("echoes"))) {
            for (String question : List.of("", "one", "zwölf\nLinien", "x".repeat(1 << 20))) {
                assertThat(process.ask(question, LONG, () -> false)).isEqualTo(question);
            }
            assertThat(process.alive()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        crashes          | its process crashed \\(SIG[A-Z]+\\)
        throws           | its process ended with exit code 1: Exception in thread "main" .*IllegalStateException: all is lost
        exits            | its process ended with exit code 42
        takes all memory | out of memory
        says half        | its process ended with exit code 0
        talks nonsense   | its process says what is no answer: `The answer is 42, an.*`
        """)
    void whatGoesWrongIsAReason(String how, String reason) throws ServiceFailure {
        try (ServiceProcess process = ServiceProcess.start(Misbehaving.launch(how))) {
            assertThatThrownBy(() -> process.ask("question", LONG, () -> false))
                    .isInstanceOf(ServiceFailure.class)
                    .message()
                    .matches(reason);
            assertThat(process.alive()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"hangs, 1", "does not even listen, 10000000"})
    void whatHangsIsEnded(String how, int length) throws ServiceFailure {
        AtomicInteger polls = new AtomicInteger();
        try (ServiceProcess process = ServiceProcess.start(Misbehaving.launch(how))) {
            assertThatThrownBy(() -> process.ask("x".repeat(length), LONG, () -> polls.incrementAndGet() > 10))
                    .isInstanceOf(ServiceFailure.class)
                    .hasMessage("cancelled");
            assertThat(process.alive()).isFalse();
        }
        try (ServiceProcess process = ServiceProcess.start(Misbehaving.launch(how))) {
            assertThatThrownBy(() -> process.ask("x".repeat(length), Duration.ofSeconds(1), () -> false))
                    .isInstanceOf(ServiceFailure.class)
                    .hasMessage("no answer within 1 s");
        }
    }

    @Test
    void whatCanNotStartIsAReason() throws ServiceFailure {
        ServiceProcess.Launch nobody = new ServiceProcess.Launch("dev.baton.Nobody", 32L << 20, List.of());
        try (ServiceProcess process = ServiceProcess.start(nobody)) {
            assertThatThrownBy(() -> process.ask("question", LONG, () -> false))
                    .isInstanceOf(ServiceFailure.class)
                    .hasMessageStartingWith("its process ended with exit code 1: ")
                    .hasMessageContaining("dev.baton.Nobody");
        }
    }

    @Test
    void filesAreGoneWithTheProcess() throws ServiceFailure, IOException {
        try (ServiceProcess process = ServiceProcess.start(Misbehaving.launch("crashes"), scratch)) {
            assertThat(scratch).isNotEmptyDirectory();
            assertThatThrownBy(() -> process.ask("", LONG, () -> false)).isInstanceOf(ServiceFailure.class);
        }
        assertThat(scratch).isEmptyDirectory();
    }

    /** Asks a process for its number, tells it, and waits for ever. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws ServiceFailure, InterruptedException {
            Path scratch = Path.of(arguments[0]);
            try (ServiceProcess child = ServiceProcess.start(Misbehaving.launch("tells its number"), scratch)) {
                System.out.println(child.ask("", LONG, () -> false));
                System.out.flush();
                new CountDownLatch(1).await();
            }
        }
    }

    @Test
    void endsWithTheOneWhoAsks() throws Exception {
        Process parent = new ProcessBuilder(
                        JavaProgram.java(), "-cp", JavaProgram.classPath(), Parent.class.getName(), scratch.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = parent.inputReader(StandardCharsets.UTF_8)) {
            ProcessHandle child = ProcessHandle.of(Long.parseLong(String.valueOf(said.readLine())))
                    .orElseThrow();
            assertThat(scratch).isNotEmptyDirectory();
            // not as Ctrl-C does: nothing of the parent runs any more
            parent.destroyForcibly().waitFor();
            child.onExit().get();
            assertThat(child.isAlive()).isFalse();
        }
        assertThat(scratch).isEmptyDirectory();
    }
}
