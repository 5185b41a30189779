package dev.baton.cli;

import dev.baton.checker.Engine;
import dev.baton.cli.check.EngineChoice;
import dev.baton.cli.check.Interruption;
import java.io.FileDescriptor;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where Baton starts: the list of its verbs. */
@Command(
        name = "baton",
        versionProvider = Version.class,
        description = "A protocol language and model checkers for multikernel Linux.",
        footer = {
            "",
            "Examples:",
            "  baton new mailbox                       a small protocol to start from",
            "  baton check mailbox.baton               check it",
            "  baton check specs/ipi/single_slot.baton see a message get lost",
            "  baton COMMAND --help                    a command's options, with examples"
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    public static void main(String[] arguments) {
        StandardStream out = new StandardStream(FileDescriptor.out);
        Console console = Terminal.console(out, System.getenv());
        Interruption interruption = new Interruption();
        Shutdown shutdown = Shutdown.watch(interruption);
        ExitCode code = run(List.of(arguments), console, interruption, Engines::of);
        console.out().flush();
        out.failure().ifPresent(why -> console.error("can't write to standard output: " + why));
        shutdown.finished();
        System.exit(out.failure().isPresent() ? ExitCode.USAGE.code() : code.code());
    }

    /** A whole run, but for the end of the process. */
    static ExitCode run(
            List<String> arguments,
            Console console,
            Interruption interruption,
            Function<EngineChoice, List<Engine>> engines) {
        return run(arguments, console, interruption, Deciders.with(engines));
    }

    static ExitCode run(List<String> arguments, Console console, Interruption interruption, Deciders deciders) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new CheckCommand(console, interruption, deciders.engines()))
                .addSubcommand(new ProveCommand(console, interruption, deciders.attempts()))
                .addSubcommand(new SimulateCommand(console, interruption))
                .addSubcommand(new RunCommand(console, interruption))
                .addSubcommand(new ValidateCommand(console, interruption))
                .addSubcommand(new GraphCommand(console, interruption))
                .addSubcommand(new TraceCommand(console))
                .addSubcommand(new ViewCommand(console, interruption))
                .addSubcommand(new ExploreCommand(console, interruption))
                .addSubcommand(new WorkerCommand(console, interruption))
                .addSubcommand(new GenerateCommand(console, interruption, deciders.engines()))
                .addSubcommand(new TlaCommand(console))
                .addSubcommand(new SmtCommand(console, interruption))
                .addSubcommand(new CertificateCommand(console, interruption, deciders.solvers()))
                .addSubcommand(new FmtCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new NewCommand(console))
                .addSubcommand(new DoctorCommand(console));
        return new CommandRun(line, console).run(arguments);
    }

    /** No verb at all. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }
}
