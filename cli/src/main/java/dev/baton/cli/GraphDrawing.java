package dev.baton.cli;

import dev.baton.checker.Watch;
import dev.baton.cli.check.Interruption;
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
import dev.baton.model.interpreter.UndefinedException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** From a check to its picture. Apart from {@link GraphCommand}, so that no other command loads what draws. */
final class GraphDrawing {
    private final PlannedCheck planned;
    private final Set<String> variables;
    private final boolean merge;
    private final int limit;
    private final Console console;
    private final Interruption interruption;
    private final ProgressLine progress;

    /**
     * @param variables that nodes are to show; none: all that vary
     * @param limit states
     */
    GraphDrawing(
            PlannedCheck planned,
            Set<String> variables,
            boolean merge,
            int limit,
            Console console,
            Interruption interruption) {
        this.planned = planned;
        this.variables = Set.copyOf(variables);
        this.merge = merge;
        this.limit = limit;
        this.console = console;
        this.interruption = interruption;
        this.progress = new ProgressLine(console, new Labels(List.of(planned)));
    }

    /**
     * Writes the picture, or says why there is none.
     *
     * @param target standard output if empty
     */
    ExitCode draw(GraphFormat format, Optional<OutputFile> target) {
        try {
            GraphExploration found = GraphExplorer.explore(planned.system(), planned.properties(), limit, states -> {
                tell("exploring", states);
                return interruption.interrupted();
            });
            return switch (found) {
                case GraphExploration.All(ReachableGraph graph) -> write(graph, format, target);
                case GraphExploration.TooMany(int states, int open) -> tooMany(states, open);
                case GraphExploration.Cancelled(int states) -> interrupted(states);
            };
        } catch (UndefinedException e) {
            throw new UsageException("`" + planned.name() + "` of `" + planned.file() + "`: " + e.getMessage());
        }
    }

    private ExitCode tooMany(int states, int open) {
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
                        + (merge ? "" : "--merge bisimilar, ")
                        + "or a larger --max-states; `baton check` counts them all");
        return ExitCode.UNDECIDED;
    }

    private ExitCode write(ReachableGraph reachable, GraphFormat format, Optional<OutputFile> target) {
        int states = reachable.states().size();
        Partition partition = merge
                ? Partition.bisimilar(reachable, state -> GraphWords.observed(reachable, variables, state))
                : Partition.discrete(reachable);
        StateGraph graph = GraphWords.of(reachable, partition, variables, title());
        String text;
        try {
            text = format.text(graph, () -> {
                tell("laying out", graph.nodes().size());
                return interruption.interrupted();
            });
        } catch (LayoutCancelled _) {
            return interrupted(states);
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
        int nodes = graph.nodes().size();
        String drawn =
                graph.merged() ? String.format(Locale.ROOT, "%,d %s for ", nodes, nodes == 1 ? "node" : "nodes") : "";
        return drawn + String.format(Locale.ROOT, "%,d %s", states, states == 1 ? "state" : "states");
    }

    private ExitCode interrupted(int states) {
        progress.done();
        console.error(String.format(
                Locale.ROOT,
                "interrupted: %,d %s found so far; nothing was drawn",
                states,
                states == 1 ? "state" : "states"));
        return ExitCode.INTERRUPTED;
    }

    private String title() {
        String values = planned.system().parameters().stream()
                .map(p -> p.name() + " = " + p.value())
                .collect(Collectors.joining(", "));
        return planned.file() + ": " + planned.name() + (values.isEmpty() ? "" : " { " + values + " }");
    }

    private void tell(String phase, int states) {
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
