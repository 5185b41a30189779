package dev.baton.cli;

import dev.baton.cli.check.UsageException;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.trace.TraceStyle;
import dev.baton.trace.format.PlainText;
import dev.baton.trace.format.TraceFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton trace}: reads a trace, replays it, and writes it as something else. */
@Command(
        name = "trace",
        description = {
            "Reads a trace, replays it step by step, and prints it or writes it in another format: ITF, as Baton,"
                    + " Apalache and Quint write it, or the JSON of TLC."
        },
        footer = {
            "",
            "Examples:",
            "  baton check a.baton --trace-dir out             traces, as text, JSON and ITF",
            "  baton trace out/small-NoLoss-explicit.itf.json  the same again, in words",
            "  baton trace t.itf.json -o t.svg                 a space-time diagram",
            "  baton trace tlc.json --spec a.baton             of `tlc2.TLC -dumpTrace json tlc.json`",
            "  baton trace t.itf.json --format shiviz | less",
            "  baton trace t.itf.json --why-not 'send(self=Sender(0))@5'   why nobody could do that after step 5",
            "  baton trace t.itf.json --why-not Sender.send               of a task, at the end",
            "",
            "Exit codes: 0 it is a trace, 2 it is none or can't be read, 70 internal error, 130 interrupted.",
            "See docs/traces.md."
        })
final class TraceCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "TRACE", description = "A trace: .itf.json, or what TLC wrote.")
    private String trace = "";

    @Option(
            names = "--spec",
            paramLabel = "FILE",
            description = "The .baton file that it is a trace of. Default: what the trace says.")
    private @Nullable String spec;

    @Option(
            names = "--check",
            paramLabel = "NAME",
            description = "The check whose parameters to take. Default: what the trace says, else the file's first.")
    private @Nullable String check;

    @Mixin
    private final ParameterOptions parameters = new ParameterOptions();

    @Option(
            names = "--property",
            paramLabel = "P",
            description = "What it is to show. Default: what the trace says, else the first that it does show.")
    private @Nullable String property;

    @Option(
            names = "--why-not",
            paramLabel = "ACTION@STEP",
            description = "In place of the trace: why an action could not be taken after that step (0: in the first"
                    + " state; default: at the end). By its name, with values of parameters or without, or by who"
                    + " takes it, as `Sender(0).send`; may be repeated.")
    private List<String> whyNot = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = TraceFormats.class,
            description = TraceFormats.ALL + ". Default: by the end of the output's name, else text.")
    private @Nullable TraceFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write. Default: standard output.")
    private @Nullable String output;

    @Option(names = "--full", description = "As text with every variable and every change.")
    private boolean full;

    @Mixin
    private final ColourOptions colours = new ColourOptions();

    TraceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!whyNot.isEmpty() && (format != null || output != null)) {
            throw new UsageException("`--why-not` answers in words; leave out `--format` and `-o`");
        }
        List<WhyNotQuestion> questions =
                whyNot.stream().map(WhyNotQuestion::parse).toList();
        TraceFormat wanted = format();
        Optional<OutputFile> target = Optional.ofNullable(output).map(name -> OutputFile.writable("-o", name));
        TraceLoading loading = new TraceLoading(
                Optional.ofNullable(spec),
                Optional.ofNullable(check),
                parameters.settings(),
                Optional.ofNullable(property),
                console);
        Optional<LoadedTrace> loaded = loading.load(path());
        if (loaded.isEmpty()) {
            return ExitCode.USAGE.code();
        }
        if (!questions.isEmpty()) {
            console.out().print(answers(loaded.get(), questions));
            console.out().flush();
        } else if (target.isPresent()) {
            target.get().write(text(loaded.get(), wanted, TraceStyle.PLAIN.width(), console.withoutColour()));
            console.out()
                    .println("wrote " + target.get().path() + ": "
                            + loaded.get().document().title());
        } else {
            Console shown = colours.of(console);
            console.out().print(text(loaded.get(), wanted, console.width(), shown));
            console.out().flush();
        }
        return ExitCode.EXPECTED.code();
    }

    private String answers(LoadedTrace loaded, List<WhyNotQuestion> questions) {
        Console shown = colours.of(console);
        TraceStyle style = new TraceStyle(shown.ink(), console.width(), full);
        Interpreter interpreter = new Interpreter(loaded.check().system());
        return questions.stream()
                .map(question -> WhyNotText.of(question, interpreter, loaded.trace(), style))
                .collect(Collectors.joining("\n"));
    }

    private String text(LoadedTrace loaded, TraceFormat wanted, int width, Console shown) {
        return wanted == TraceFormat.TEXT
                ? PlainText.of(loaded.document(), new TraceStyle(shown.ink(), width, full))
                : wanted.write(loaded.document());
    }

    private TraceFormat format() {
        if (format != null) {
            return format;
        }
        if (output == null) {
            return TraceFormat.TEXT;
        }
        return TraceFormat.ofFile(output)
                .orElseThrow(() -> new UsageException("can't tell from `" + output
                        + "` what to write; `--format` says it, one of " + TraceFormats.ALL));
    }

    private Path path() {
        try {
            return Path.of(trace);
        } catch (InvalidPathException e) {
            throw new UsageException("`" + trace + "` is no name of a file: " + e.getReason());
        }
    }
}
