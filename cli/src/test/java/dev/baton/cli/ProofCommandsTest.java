package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.smt.certificate.Answer;
import dev.baton.checker.smt.certificate.Certificates;
import dev.baton.checker.smt.certificate.ScriptSolver;
import dev.baton.checker.smt.prove.Attempts;
import dev.baton.checker.smt.prove.Method;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.PlannedCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes of {@code prove}, {@code certificate} and {@code smt}, and what is said where something ends early. */
final class ProofCommandsTest {
    /**
     * That the counters are never far apart is so, and nobody finds out in time: they go round in two to the 28 states.
     */
    private static final String FAR = """
        protocol Far
        kernel K {
          var a: 0..16000 = 0
          var b: 0..16000 = 0
          var c: bool = false
          action one { a = if a < 16000 then a + 1 else 0 }
          action two when a % 7 == 3 { b = if b < 16000 then b + 1 else 0 }
          action three when a == 15999 and b == 15998 { c = true }
        }
        invariant Never: not K.c
        """;

    private static final String FLIP = """
        protocol Flip
        kernel K {
          var lit: bool = false
          var gone: bool = false
          action flip when not lit and not gone { lit = true }
          action leave when lit { lit = false }
        }
        invariant Stays: not K.gone
        invariant Dark: not K.lit
        """;

    /** That the number is a prime takes a solver seconds: it multiplies bit by bit. */
    private static final String PRIME = """
        protocol Prime
        kernel K {
          var a: 2..46000 = 2
          var b: 2..46000 = 2
          var gone: bool = false
          action first { a = if a < 46000 then a + 1 else 2 }
          action second { b = if b < 46000 then b + 1 else 2 }
          action split when a * b == 1999999973 { gone = true }
        }
        invariant Stays: not K.gone
        """;

    @TempDir
    private Path folder = Path.of(".");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Interruption interruption = new Interruption();

    @BeforeEach
    void protocols() throws IOException {
        Files.writeString(folder.resolve("far.baton"), FAR);
        Files.writeString(folder.resolve("flip.baton"), FLIP);
        Files.writeString(folder.resolve("prime.baton"), PRIME);
    }

    @Test
    void whatTimeDoesNotDecideIsUndecided() {
        assertThat(run(out, err, "prove", file("far.baton"), "--property", "Never", "--timeout", "700ms"))
                .isEqualTo(ExitCode.UNDECIDED);
        assertThat(text(out)).contains("no method decided it in 700 ms").contains("Undecided: ");
        quiet();
    }

    @Test
    void whatMemoryDoesNotDecideIsUndecided() {
        assertThat(run(out, err, "prove", file("far.baton"), "--property", "Never", "--memory", "1k"))
                .isEqualTo(ExitCode.UNDECIDED);
        assertThat(text(out)).contains("no method decides it (k-induction: memory: Z3 needs more than 0 MB");
        quiet();
    }

    @Test
    void anInterruptedProofSaysWhatIsKnown() {
        List<ProcessHandle> others = ProcessHandle.current().children().toList();
        assertThat(run(out, interrupting(err), "prove", file("far.baton"))).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(text(out)).contains("unknown (interrupted)").contains("Interrupted; undecided: ");
        quiet();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("prove ") || name.startsWith("z3-"));
        assertThat(ProcessHandle.current().children().filter(p -> p.isAlive() && !others.contains(p)))
                .isEmpty();
    }

    /** The other method waits until the one is broken, so that nobody is too late for it. */
    @Test
    void aBrokenMethodIsAnInternalErrorAndTheVerdictsOfTheOthersStand() throws IOException {
        Path json = folder.resolve("result.json");
        Semaphore broken = new Semaphore(0);
        Attempts attempts = (method, own) -> {
            if (method == Method.IC3) {
                broken.release();
                throw new IllegalStateException("the frames are inside out");
            }
            broken.acquireUninterruptibly();
            return own.get();
        };
        assertThat(run(
                        new Deciders(Engines::of, attempts, ScriptSolver::all),
                        "prove",
                        file("flip.baton"),
                        "--property=Stays",
                        "--property=Dark",
                        "--method=ic3",
                        "--method=k-induction",
                        "--json",
                        json.toString()))
                .isEqualTo(ExitCode.INTERNAL);
        assertThat(text(out))
                .containsPattern("Stays +holds +proved")
                .containsPattern("Dark +VIOLATED +counterexample, replayed");
        assertThat(text(err))
                .contains("internal error: Stays by IC3: IllegalStateException: the frames are inside out")
                .contains("internal error: Dark by IC3: ")
                .doesNotContain("\tat ");
        assertThat(json).content().contains("\"exitCode\" : 70");
    }

    /** What is a constant follows from the parameters, and can't be set. */
    @Test
    void aCertificateOfAProtocolWithConstants() throws IOException {
        Files.writeString(folder.resolve("derived.baton"), """
            protocol Derived
            param N: 1..5 = 2
            const MOST = N + 1
            kernel K {
              var n: 0..9 = 0
              action more { n = if n < MOST then n + 1 else 0 }
            }
            invariant Stays: K.n <= MOST
            """);
        assertThat(run(
                        out,
                        err,
                        "prove",
                        file("derived.baton"),
                        "--param",
                        "N=4",
                        "--out",
                        folder.resolve("out").toString()))
                .isEqualTo(ExitCode.EXPECTED);
        assertThat(folder.resolve("out/default.cert.smt2")).content().contains("\"N=4 MOST=5\"");
        assertThat(run(
                        out,
                        err,
                        "certificate",
                        folder.resolve("out/default.cert.smt2").toString()))
                .isEqualTo(ExitCode.EXPECTED);
        assertThat(text(out)).contains("N = 4").contains("accepted by z3, cvc5, smtinterpol");
        quiet();
    }

    @Test
    void aCertificateIsAcceptedOrRefused() throws IOException {
        certificate("flip.baton", "flip", "K.gone");
        assertThat(run(out, err, "certificate", file("flip.cert.smt2"))).isEqualTo(ExitCode.EXPECTED);
        assertThat(text(out)).contains("accepted by z3, cvc5, smtinterpol");
        certificate("flip.baton", "wrong", "K.lit");
        out.reset();
        assertThat(run(out, err, "certificate", file("wrong.cert.smt2"))).isEqualTo(ExitCode.UNEXPECTED);
        assertThat(text(out)).contains("refuses consecution of flip").contains("refused: this is no proof");
        quiet();
    }

    /** One that proves it is not enough. */
    @Test
    void aCertificateThatOneSolverDoesNotDecideIsUndecided() throws IOException {
        certificate("flip.baton", "flip", "K.gone");
        Deciders oneSilent = new Deciders(
                Engines::of, Attempts.OWN, () -> List.of(ScriptSolver.all().getFirst(), new Silent()));
        assertThat(run(oneSilent, "certificate", file("flip.cert.smt2"))).isEqualTo(ExitCode.UNDECIDED);
        assertThat(text(out)).contains("undecided: accepted by z3 alone").contains("it has nothing to say");
        quiet();
    }

    @Test
    void aCertificateThatTakesSolversTooLongIsUndecided() throws IOException {
        certificate("prime.baton", "prime", "K.gone");
        assertThat(run(
                        out,
                        err,
                        "certificate",
                        file("prime.cert.smt2"),
                        "--timeout=50ms",
                        "--max-states=1000",
                        "--json=" + folder.resolve("result.json")))
                .isEqualTo(ExitCode.UNDECIDED);
        assertThat(text(out)).contains("undecided: accepted by no solver");
        assertThat(folder.resolve("result.json")).content().contains("\"exitCode\" : 3");
        quiet();
    }

    @Test
    void whatIsNoCertificateIsWrongInput() throws IOException {
        Files.writeString(folder.resolve("none.cert.smt2"), "(check-sat)\n");
        assertThat(run(out, err, "certificate", file("none.cert.smt2"))).isEqualTo(ExitCode.USAGE);
        assertThat(run(out, err, "certificate", file("absent.cert.smt2"))).isEqualTo(ExitCode.USAGE);
        assertThat(run(out, err, "certificate", file("none.cert.smt2"), "--timeout", "soon"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(text(out)).isEmpty();
        quiet();
    }

    /** The first thing that it prints is that the text is another. */
    @Test
    void anInterruptedCheckOfACertificateHasNotChecked() throws IOException {
        certificate("flip.baton", "flip", "K.gone");
        Files.writeString(folder.resolve("flip.baton"), FLIP + "// more\n");
        assertThat(run(interrupting(out), err, "certificate", file("flip.cert.smt2")))
                .isEqualTo(ExitCode.INTERRUPTED);
        assertThat(text(out)).contains("undecided: accepted by no solver");
        assertThat(text(err)).contains("interrupted");
        quiet();
    }

    @Test
    void anInterruptedScriptIsNotWritten() throws IOException {
        interruption.interrupt();
        assertThat(run(
                        out,
                        err,
                        "smt",
                        file("far.baton"),
                        "-o",
                        folder.resolve("scripts").toString()))
                .isEqualTo(ExitCode.INTERRUPTED);
        assertThat(text(err)).contains("interrupted: nothing was written");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(f -> String.valueOf(f.getFileName()))).noneMatch(name -> name.endsWith(".smt2"));
        }
    }

    @Test
    void theDoctorTellsOfSolvers() {
        assertThat(run(out, err, "doctor")).isEqualTo(ExitCode.EXPECTED);
        assertThat(text(out))
                .containsPattern("ok +z3 +4\\.[0-9]+\\.")
                .containsPattern("(ok +cvc5 +[0-9]+\\.|absent +cvc5 +there is no cvc5 for this machine)")
                .containsPattern("ok +smtinterpol +[0-9]+\\.");
    }

    /**
     * Writes down that `Stays` is so because a truth value stays false; whether it is, the certificate's check tells.
     */
    private void certificate(String protocol, String name, String leaf) throws IOException {
        Console console = Console.plain(new PrintStream(out), new PrintStream(err));
        PlannedCheck check = Planning.plan(List.of(file(protocol)), List.of(), List.of(), List.of(), console)
                .checks()
                .getFirst();
        SymbolicSystem system = new SymbolicSystem(check.system(), () -> false);
        String text = Certificates.text(
                system,
                check.system().properties().stream()
                        .filter(p -> p.name().equals("Stays"))
                        .toList(),
                system.leaves().stream()
                        .filter(l -> l.name().equals(leaf))
                        .map(l -> system.terms().not(l.now()))
                        .toList(),
                "hand");
        Files.writeString(folder.resolve(name + ".cert.smt2"), text);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private ExitCode run(ByteArrayOutputStream to, ByteArrayOutputStream errors, String... arguments) {
        return Main.run(List.of(arguments), console(to, errors), interruption, Engines::of);
    }

    private ExitCode run(Deciders deciders, String... arguments) {
        return Main.run(List.of(arguments), console(out, err), interruption, deciders);
    }

    private static Console console(ByteArrayOutputStream to, ByteArrayOutputStream errors) {
        return Console.plain(
                new PrintStream(to, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    /** A solver that never decides anything. */
    private record Silent() implements ScriptSolver {
        @Override
        public String name() {
            return "silent";
        }

        @Override
        public Version version() {
            return new Version(true, "0");
        }

        @Override
        public Answer ask(String script, Duration patience, BooleanSupplier cancelled) {
            return new Answer.Unknown("it has nothing to say");
        }
    }

    /** Ctrl-C as soon as something is printed. */
    private ByteArrayOutputStream interrupting(ByteArrayOutputStream printed) {
        return new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                interruption.interrupt();
                printed.write(bytes, offset, length);
            }
        };
    }

    private void quiet() {
        assertThat(text(err)).doesNotContain("\tat ").doesNotContain("internal error");
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
