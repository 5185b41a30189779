package dev.baton.cli;

import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.UsageException;
import dev.baton.cli.view.DeclaredParameters;
import dev.baton.cli.view.Explained;
import dev.baton.cli.view.Subjects;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import dev.baton.view.Exploration;
import dev.baton.view.Subject;
import dev.baton.view.ViewJson;
import dev.baton.view.page.HtmlPage;
import dev.baton.view.server.ViewSession;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton view}: a trace in the browser, or as one file to mail. */
@Command(
        name = "view",
        description = {
            "Shows a trace in the browser: who does what, what travels, what changes, and why the property fails. From"
                    + " every state other steps can be taken. Serves this machine alone, until it is stopped (Ctrl-C).",
            "With two traces, one beside the other."
        },
        footer = {
            "",
            "Examples:",
            "  baton check specs/ipi/single_slot.baton --trace-dir traces",
            "  baton view traces/overwritten-NoneLost-explicit.itf.json",
            "  baton view traces/overwritten-NoneLost-explicit.itf.json --html lost.html     one file, to mail",
            "  baton view before.itf.json after.itf.json",
            "",
            "Exit codes: 0 written, 2 wrong input, 70 internal error, 130 stopped.",
            "See docs/viewer.md."
        })
final class ViewCommand implements Callable<Integer> {
    private final Console console;
    private final Interruption interruption;

    @Parameters(
            arity = "1..2",
            paramLabel = "TRACE",
            description = "A trace as ITF, as `baton check --trace-dir` writes it; or two, to compare them.")
    private List<String> traces = List.of();

    @Option(
            names = "--spec",
            paramLabel = "FILE",
            description = "The .baton file that the trace is of. Default: what the trace names.")
    private @Nullable String spec;

    @Option(names = "--check", paramLabel = "NAME", description = "The check. Default: what the trace names.")
    private @Nullable String check;

    @Option(
            names = "--param",
            paramLabel = "N=3",
            converter = Setting.Converter.class,
            description = "A parameter's value, in place of what the trace says; may be repeated.")
    private List<Setting> parameters = List.of();

    @Option(
            names = "--property",
            paramLabel = "P",
            description = "The property that the trace is about. Default: what the trace names.")
    private @Nullable String property;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write one file that needs no network and no Baton, and end.")
    private @Nullable String html;

    @Mixin
    private ServingOptions serving = new ServingOptions();

    ViewCommand(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        serving.check();
        Optional<OutputFile> target = Optional.ofNullable(html).map(name -> OutputFile.writable("--html", name));
        List<Exploration> explorations = new ArrayList<>();
        List<Trace> replayed = new ArrayList<>();
        TraceLoading loading = new TraceLoading(
                Optional.ofNullable(spec),
                Optional.ofNullable(check),
                parameters,
                Optional.ofNullable(property),
                console);
        for (String name : traces) {
            Optional<LoadedTrace> loaded = loading.load(path(name));
            if (loaded.isEmpty()) {
                return ExitCode.USAGE.code();
            }
            Trace trace = loaded.get().trace();
            explorations.add(new Exploration(subject(loaded.get()), new Explained(interruption::interrupted)));
            replayed.add(trace);
        }
        if (target.isPresent()) {
            return write(target.get(), explorations, replayed).code();
        }
        return new Serving(console, interruption)
                .serve(ViewSession.of(explorations, replayed), serving)
                .code();
    }

    private ExitCode write(OutputFile target, List<Exploration> explorations, List<Trace> replayed) {
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < replayed.size(); i++) {
            if (interruption.interrupted()) {
                console.error("interrupted: nothing was written");
                return ExitCode.INTERRUPTED;
            }
            documents.add(ViewJson.text(explorations.get(i).view(replayed.get(i))));
        }
        target.write(HtmlPage.built().file(documents));
        int steps = replayed.getFirst().steps().size();
        console.out().println("wrote " + target.path() + ": " + steps + (steps == 1 ? " step" : " steps"));
        return ExitCode.EXPECTED;
    }

    private Subject subject(LoadedTrace loaded) {
        PlannedCheck planned = loaded.check();
        Map<String, Integer> values =
                new LinkedHashMap<>(loaded.written().header().parameters());
        values.putAll(Setting.map(parameters));
        return Subjects.of(
                Version.number(),
                planned,
                DeclaredParameters.of(path(planned.file()), values),
                loaded.property().map(Property::name),
                loaded.written().header().engine(),
                Optional.of(loaded.trace()));
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("`" + name + "` is no name of a file: " + e.getReason());
        }
    }
}
