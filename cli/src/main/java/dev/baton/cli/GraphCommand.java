package dev.baton.cli;

import dev.baton.checker.Watch;
import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.Plan;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.UsageException;
import dev.baton.cli.report.Labels;
import dev.baton.graph.GraphExploration;
import dev.baton.graph.GraphExplorer;
import dev.baton.graph.GraphWords;
import dev.baton.graph.Partition;
import dev.baton.graph.ReachableGraph;
import dev.baton.graph.StateGraph;
import dev.baton.graph.draw.LayoutCancelled;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.UndefinedException;
import dev.baton.model.source.Spelling;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton graph}: the reachable states of a small protocol as a picture. */
@Command(
        name = "graph",
        description = {
            "Draws all reachable states of a small protocol and the steps between them: as DOT for Graphviz, as SVG,"
                    + " or as an HTML page to look around in."
        },
        footer = {
            "",
            "Examples:",
            "  baton graph specs/classic/peterson.baton -o peterson.html",
            "  baton graph a.baton --param N=2 | dot -Tpng -o a.png",
            "  baton graph a.baton --merge bisimilar --show Host.phase -o a.svg",
            "",
            "Exit codes: 0 drawn, 2 wrong input, 3 too many states, 70 internal error, 130 interrupted.",
            "See docs/graph.md."
        })
final class GraphCommand implements Callable<Integer> {
    private static final int MOST = 3_000;
    private static final int MOST_TO_MERGE = 30_000;

    private final Console console;
    private final Interruption interruption;

    @Parameters(paramLabel = "FILE", description = "A .baton file.")
    private String file = "";

    @Option(
            names = "--check",
            paramLabel = "NAME",
            description = "The check whose parameters to take. Default: the file's first.")
    private @Nullable String check;

    @Option(
            names = "--param",
            paramLabel = "N=3",
            converter = Setting.Converter.class,
            description = "A parameter's value, in place of the check's own; may be repeated.")
    private List<Setting> parameters = List.of();

    @Option(
            names = "--property",
            paramLabel = "P",
            description = "Mark violations of only this property; may be repeated.")
    private List<String> properties = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write: a name that ends in .dot, .svg or .html. Default: DOT to standard output.")
    private @Nullable String output;

    @Option(
            names = "--merge",
            paramLabel = "bisimilar",
            converter = Merging.Converter.class,
            description =
                    "Draw states as one that no sequence of steps tells apart, by the truth of the properties or by"
                            + " what --show names.")
    private @Nullable Merging merge;

    @Option(
            names = "--show",
            paramLabel = "VAR",
            description = "Show only this variable in the nodes; may be repeated.")
    private List<String> shown = List.of();

    @Option(
            names = "--max-states",
            paramLabel = "N",
            description = "Give up beyond so many states. Default: 3000, with --merge 30000.")
    private @Nullable Integer most;

    GraphCommand(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    /** How to merge states. */
    enum Merging {
        BISIMILAR;

        /** As it is typed. */
        static final class Converter implements picocli.CommandLine.ITypeConverter<Merging> {
            @Override
            public Merging convert(String text) {
                if (!text.toLowerCase(Locale.ROOT).equals("bisimilar")) {
                    throw new picocli.CommandLine.TypeConversionException(
                            "`" + text + "` is no way to merge states; there is bisimilar");
                }
                return BISIMILAR;
            }
        }
    }

    @Override
    public Integer call() {
        if (most != null && most < 1) {
            throw new UsageException("`--max-states " + most + "`: at least 1 is needed");
        }
        GraphFormat format = output == null ? GraphFormat.DOT : GraphFormat.of(output);
        Optional<OutputFile> target = Optional.ofNullable(output).map(name -> OutputFile.writable("-o", name));
        Plan plan = Planning.plan(
                List.of(file), check == null ? List.of() : List.of(check), parameters, properties, console);
        if (plan.failed()) {
            return ExitCode.USAGE.code();
        }
        PlannedCheck planned = plan.checks().getFirst();
        try {
            return draw(planned, format, target, new ProgressLine(console, new Labels(List.of(planned))))
                    .code();
        } catch (UndefinedException e) {
            throw new UsageException("`" + planned.name() + "` of `" + planned.file() + "`: " + e.getMessage());
        }
    }

    private ExitCode draw(
            PlannedCheck planned, GraphFormat format, Optional<OutputFile> target, ProgressLine progress) {
        Set<String> variables = variables(planned);
        int limit = most != null ? most : merge == null ? MOST : MOST_TO_MERGE;
        GraphExploration found = GraphExplorer.explore(planned.system(), planned.properties(), limit, states -> {
            tell(planned, "exploring", states, progress);
            return interruption.interrupted();
        });
        return switch (found) {
            case GraphExploration.All(ReachableGraph graph) ->
                write(planned, graph, variables, format, target, progress);
            case GraphExploration.TooMany(int states, int open) -> {
                progress.done();
                console.error(String.format(
                        Locale.ROOT,
                        "`%s` has more than %,d states: %,d found, %,d of them not yet looked at; nothing was drawn",
                        planned.name(),
                        limit,
                        states,
                        open));
                console.err()
                        .println("help: smaller parameters (--param), "
                                + (merge == null ? "--merge bisimilar, " : "")
                                + "or a larger --max-states; `baton check` counts them all");
                yield ExitCode.UNDECIDED;
            }
            case GraphExploration.Cancelled(int states) -> interrupted(states, progress);
        };
    }

    private ExitCode write(
            PlannedCheck planned,
            ReachableGraph reachable,
            Set<String> variables,
            GraphFormat format,
            Optional<OutputFile> target,
            ProgressLine progress) {
        int states = reachable.states().size();
        Partition partition = merge == null
                ? Partition.discrete(reachable)
                : Partition.bisimilar(reachable, state -> GraphWords.observed(reachable, variables, state));
        StateGraph graph = GraphWords.of(reachable, partition, variables, title(planned));
        String text;
        try {
            text = format.text(graph, () -> {
                tell(planned, "laying out", graph.nodes().size(), progress);
                return interruption.interrupted();
            });
        } catch (LayoutCancelled _) {
            return interrupted(states, progress);
        }
        progress.done();
        if (target.isEmpty()) {
            console.out().print(text);
            console.out().flush();
        } else {
            target.get().write(text);
            console.out().println("wrote " + target.get().path() + ": " + size(graph, states));
        }
        return ExitCode.EXPECTED;
    }

    private static String size(StateGraph graph, int states) {
        String nodes = String.format(Locale.ROOT, "%,d %s", states, states == 1 ? "state" : "states");
        return (graph.merged()
                        ? String.format(
                                Locale.ROOT, "%,d nodes for ", graph.nodes().size())
                        : "")
                + nodes;
    }

    private ExitCode interrupted(int states, ProgressLine progress) {
        progress.done();
        console.error(String.format(Locale.ROOT, "interrupted: %,d states found so far; nothing was drawn", states));
        return ExitCode.INTERRUPTED;
    }

    /** The variables that {@code --show} names. */
    private Set<String> variables(PlannedCheck planned) {
        List<String> known =
                planned.system().variables().stream().map(Variable::name).toList();
        for (String name : shown) {
            if (!known.contains(name)) {
                throw new UsageException("there is no variable `" + name + "`"
                        + Spelling.nearest(name, known)
                                .map(n -> "; did you mean `" + n + "`?")
                                .orElse("; there is " + String.join(", ", known)));
            }
        }
        return new LinkedHashSet<>(shown);
    }

    private static String title(PlannedCheck planned) {
        String values = planned.system().parameters().stream()
                .map(p -> p.name() + " = " + p.value())
                .collect(Collectors.joining(", "));
        return planned.file() + ": " + planned.name() + (values.isEmpty() ? "" : " { " + values + " }");
    }

    private static void tell(PlannedCheck planned, String phase, int states, ProgressLine progress) {
        progress.progress(
                planned,
                "graph",
                new Watch.Progress(
                        phase,
                        OptionalLong.of(states),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        OptionalDouble.empty()));
    }
}
