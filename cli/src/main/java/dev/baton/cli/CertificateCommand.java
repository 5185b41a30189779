package dev.baton.cli;

import dev.baton.checker.Watch;
import dev.baton.checker.smt.certificate.Certificate;
import dev.baton.checker.smt.certificate.CertificateCheck;
import dev.baton.checker.smt.certificate.CertificateException;
import dev.baton.checker.smt.certificate.CertificateFile;
import dev.baton.checker.smt.certificate.CertificateResult;
import dev.baton.checker.smt.certificate.ScriptSolver;
import dev.baton.checker.smt.encode.CancelledException;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.TooLargeException;
import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.Plan;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.UsageException;
import dev.baton.cli.report.CertificateJson;
import dev.baton.cli.report.CertificateReport;
import dev.baton.cli.report.Labels;
import dev.baton.cli.view.DeclaredParameters;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton certificate}: a proof checked by those who had no part in it. */
@Command(
        name = "certificate",
        description = {
            "Checks that the invariant in a certificate proves what it says of a protocol. Of the certificate only the"
                + " invariant is used: the protocol is read anew, z3, cvc5 and smtinterpol each get the questions as"
                + " text, and the interpreter looks up every state that it reaches."
        },
        footer = {
            "",
            "Examples:",
            "  baton certificate mailbox.cert.smt2",
            "  baton certificate mailbox.cert.smt2 specs/bench/mailbox.baton --timeout 10m",
            "",
            "Exit codes: 0 accepted by two solvers or more, 1 refused: the invariant is none or does not"
                    + " imply the properties, 2 no certificate of this protocol, or wrong usage, 3 undecided,"
                    + " 70 internal error, 130 interrupted.",
            "See docs/certificates.md."
        })
final class CertificateCommand implements Callable<Integer> {
    private static final long LARGEST = 1L << 28;

    private final Console console;
    private final Interruption interruption;
    private final Supplier<List<ScriptSolver>> solvers;

    @Parameters(index = "0", paramLabel = "FILE.cert.smt2", description = "A certificate.")
    private String file = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PROTOCOL.baton",
            description = "The protocol. Default: the file that the certificate names, as it names it or beside it.")
    private @Nullable String protocol;

    @Option(
            names = "--timeout",
            paramLabel = "60s",
            converter = Amounts.Time.class,
            description = "So long a solver may take for each question: 60s, 5m, 2h. Default: 60s.")
    private Duration timeout = Duration.ofSeconds(60);

    @Option(
            names = "--max-states",
            paramLabel = "N",
            description = "The interpreter looks at so many states at most. Default: ${DEFAULT-VALUE}.")
    private int states = 100_000;

    @Mixin
    private final JsonOptions json = new JsonOptions();

    CertificateCommand(Console console, Interruption interruption, Supplier<List<ScriptSolver>> solvers) {
        this.console = console;
        this.interruption = interruption;
        this.solvers = solvers;
    }

    @Override
    public Integer call() {
        if (states < 1) {
            throw new UsageException("`--max-states " + states + "`: at least 1 is needed");
        }
        JsonTarget target = json.target();
        try {
            return checked(target).code();
        } catch (CertificateException e) {
            throw new UsageException("`" + file + "` is refused: " + e.why());
        } catch (TooLargeException e) {
            console.error("can't be written as formulas: " + e.because());
            return ExitCode.UNDECIDED.code();
        } catch (CancelledException e) {
            console.error("interrupted: nothing was checked");
            return ExitCode.INTERRUPTED.code();
        }
    }

    private ExitCode checked(JsonTarget target) throws CertificateException {
        CertificateFile read = CertificateFile.read(text());
        List<Setting> parameters = new ArrayList<>();
        String source = protocol(read);
        DeclaredParameters.of(Path.of(source), read.parameters())
                .forEach((name, value) -> parameters.add(new Setting(name, value)));
        Plan plan = Planning.plan(List.of(source), List.of(), parameters, List.of(), console);
        if (plan.failed()) {
            return ExitCode.USAGE;
        }
        if (plan.checks().isEmpty()) {
            throw new UsageException("there is no check in `" + source + "`");
        }
        PlannedCheck planned = plan.checks().getFirst();
        SymbolicSystem system = new SymbolicSystem(planned.system(), interruption::interrupted);
        Certificate certificate = read.of(system);
        boolean sameText = read.sameText(system);
        if (!sameText && !target.toOut()) {
            console.out()
                    .println("the text of " + planned.file()
                            + " is not the one that the certificate was written for; its formulas are the same");
        }
        ProgressLine progress = new ProgressLine(console, new Labels(List.of(planned)));
        CertificateResult result = CertificateCheck.check(
                system,
                certificate,
                solvers.get(),
                new CertificateCheck.Limits(timeout, states),
                interruption::interrupted,
                (solver, done, all) -> progress.progress(planned, solver, asking(done, all)));
        progress.done();
        ExitCode code = code(result);
        if (!target.toOut()) {
            CertificateReport.lines(system.system(), certificate, result)
                    .forEach(line -> console.out().println(line));
        }
        target.write(
                () -> CertificateJson.text(
                        Version.number(), planned.file(), system.system(), certificate, sameText, result, code.code()),
                console);
        if (code == ExitCode.INTERRUPTED) {
            console.error("interrupted");
        }
        return code;
    }

    private ExitCode code(CertificateResult result) {
        if (interruption.interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        return switch (result.verdict()) {
            case ACCEPTED -> ExitCode.EXPECTED;
            case REFUSED -> ExitCode.UNEXPECTED;
            case UNDECIDED -> ExitCode.UNDECIDED;
        };
    }

    private static Watch.Progress asking(int done, int all) {
        return new Watch.Progress(
                "question " + (done + 1) + " of " + all,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty());
    }

    private String text() {
        try {
            Path path = Path.of(file);
            if (Files.isRegularFile(path) && Files.size(path) > LARGEST) {
                throw new UsageException("`" + file + "` is larger than any certificate: " + (LARGEST >> 20) + " MB");
            }
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new UsageException("`" + file + "` is refused: it is no text in UTF-8");
        } catch (IOException e) {
            throw new UsageException("can't read `" + file + "`: " + OutputFile.reason(e));
        } catch (InvalidPathException e) {
            throw new UsageException("`" + file + "` is no name of a file: " + e.getReason());
        }
    }

    /** The protocol's file. */
    private String protocol(CertificateFile read) throws CertificateException {
        if (protocol != null) {
            return protocol;
        }
        try {
            Path named = Path.of(read.file());
            Path name = named.getFileName();
            Path beside = name == null ? named : Path.of(file).resolveSibling(name);
            if (Files.isRegularFile(named) || !Files.isRegularFile(beside)) {
                return named.toString();
            }
            return beside.toString();
        } catch (InvalidPathException e) {
            throw new CertificateException("the protocol's file that it names has no name of a file");
        }
    }
}
