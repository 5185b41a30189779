package dev.baton.cli;

import dev.baton.checker.smt.certificate.ScriptSolver;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code baton doctor}: what Baton needs of a machine, what of it is there, and how to get the rest. */
@Command(
        name = "doctor",
        description = "Says what is there of all that Baton needs, what is missing, and how to get it.",
        footer = {"", "Examples:", "  baton doctor"})
final class DoctorCommand implements Callable<Integer> {
    private final Console console;

    DoctorCommand(Console console) {
        this.console = console;
    }

    private enum State {
        OK("ok     "),
        MISSING("MISSING"),
        /** Needed only by what is named. */
        ABSENT("absent ");

        private final String word;

        State(String word) {
            this.word = word;
        }
    }

    private record Finding(State state, String what, String detail) {}

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>(List.of(
                new Finding(State.OK, "baton", Version.number()),
                jdk(),
                memory(),
                new Finding(State.OK, "cores", Runtime.getRuntime().availableProcessors() + " for --workers"),
                tlc(),
                temporary()));
        ScriptSolver.all().forEach(solver -> findings.add(solver(solver)));
        for (Finding f : findings) {
            String state = switch (f.state) {
                case OK -> console.ink().green(f.state.word);
                case MISSING -> console.ink().red(f.state.word);
                case ABSENT -> console.ink().dim(f.state.word);
            };
            console.out().println(state + "  " + f.what + " ".repeat(Math.max(1, 12 - f.what.length())) + f.detail);
        }
        boolean fit = findings.stream().noneMatch(f -> f.state == State.MISSING);
        console.out().println(fit ? "Everything that is needed is there." : "Something that is needed is missing.");
        return (fit ? ExitCode.EXPECTED : ExitCode.UNEXPECTED).code();
    }

    private static Finding jdk() {
        String detail = System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), "
                + System.getProperty("java.home");
        return new Finding(State.OK, "jdk", detail);
    }

    private static Finding memory() {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        String physical =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? " of " + (system.getTotalMemorySize() >> 20) + " MB"
                        : "";
        String advice = "; more with BATON_JAVA_OPTS=-Xmx8g, and --memory for TLC";
        return new Finding(State.OK, "memory", "heap " + heap + " MB" + physical + advice);
    }

    private static Finding tlc() {
        URL main = DoctorCommand.class.getResource("/tlc2/TLC.class");
        if (main == null) {
            return new Finding(State.MISSING, "tlc", "its jar is not beside baton.jar; build again: mvn -B package");
        }
        String jar = main.toString().replaceAll("^jar:file:", "").replaceAll("!.*$", "");
        return new Finding(State.OK, "tlc", jar);
    }

    private static Finding temporary() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir", "."));
        String advice = "; another with BATON_JAVA_OPTS=-Djava.io.tmpdir=DIR";
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            return new Finding(State.MISSING, "temp", folder + " can't be written to" + advice);
        }
        try {
            long free = Files.getFileStore(folder).getUsableSpace() >> 20;
            return new Finding(State.OK, "temp", folder + ", " + free + " MB free" + advice);
        } catch (IOException e) {
            return new Finding(State.OK, "temp", folder + advice);
        }
    }

    /** Proofs need z3; certificates two of them. */
    private static Finding solver(ScriptSolver solver) {
        ScriptSolver.Version version = solver.version();
        String use = solver.name().equals("z3")
                ? " (prove, check --engine smt, certificate)"
                : " (certificate, which needs two of z3, cvc5 and smtinterpol)";
        State absent = solver.name().equals("z3") ? State.MISSING : State.ABSENT;
        return new Finding(version.present() ? State.OK : absent, solver.name(), version.detail() + use);
    }
}
