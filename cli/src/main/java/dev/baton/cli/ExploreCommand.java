package dev.baton.cli;

import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.UsageException;
import dev.baton.cli.view.Explained;
import dev.baton.cli.view.Subjects;
import dev.baton.model.interpreter.Trace;
import dev.baton.view.Exploration;
import dev.baton.view.NoSuchStepException;
import dev.baton.view.server.ViewSession;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baton explore}: a protocol step by step, as the user chooses them. */
@Command(
        name = "explore",
        description = {
            "Runs a protocol in the browser step by step, as you choose them: who can do what next, what it changes,"
                    + " why the others can't. Serves this machine alone, until it is stopped (Ctrl-C)."
        },
        footer = {
            "",
            "Examples:",
            "  baton explore specs/ipi/single_slot.baton",
            "  baton explore a.baton --check small --param N=2 --property NoneLost",
            "  baton explore a.baton --step 'send(self=Sender(0))' --step ring      from there on",
            "",
            "Exit codes: 2 wrong input, 70 internal error, 130 stopped.",
            "See docs/viewer.md."
        })
final class ExploreCommand implements Callable<Integer> {
    private final Console console;
    private final Interruption interruption;

    @Mixin
    private final OneInstance instance = new OneInstance();

    @Option(names = "--property", paramLabel = "P", description = "Say so as soon as this property is violated.")
    private @Nullable String property;

    @Option(
            names = "--initial",
            paramLabel = "I",
            description = "The first state to start from, by number. There is one: 0.")
    private int initial;

    @Option(
            names = "--step",
            paramLabel = "ID",
            description = "Take this step first, as the page names it (Copy command); may be repeated.")
    private List<String> steps = List.of();

    @Mixin
    private ServingOptions serving = new ServingOptions();

    ExploreCommand(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        serving.check();
        if (initial != 0) {
            throw new UsageException("`--initial " + initial + "`: there is one first state, number 0");
        }
        Optional<OnePlanned> planned = instance.plan(Optional.ofNullable(property), console);
        if (planned.isEmpty()) {
            return ExitCode.USAGE.code();
        }
        Exploration exploration = new Exploration(
                Subjects.of(
                        Version.number(),
                        planned.get().check(),
                        planned.get().overrides(),
                        planned.get().property(),
                        Optional.empty(),
                        Optional.empty()),
                new Explained(interruption::interrupted));
        ViewSession session = ViewSession.of(List.of(exploration), List.of(follow(exploration)));
        return new Serving(console, interruption).serve(session, serving).code();
    }

    private Trace follow(Exploration exploration) {
        try {
            return exploration.follow(steps);
        } catch (NoSuchStepException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
