package dev.baton.graph;

import dev.baton.graph.StateGraph.Edge;
import dev.baton.graph.StateGraph.Entry;
import dev.baton.graph.StateGraph.Label;
import dev.baton.graph.StateGraph.Node;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.TransitionSystem;
import dev.baton.trace.StateEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** States and steps in the designer's words. */
public final class GraphWords {
    private final ReachableGraph graph;
    private final List<StateEntry> varying;
    private final Set<String> shown;

    private GraphWords(ReachableGraph graph, Set<String> shown) {
        this.graph = graph;
        this.varying = StateEntry.varying(graph.system(), graph.states());
        this.shown = Set.copyOf(shown);
    }

    /**
     * The picture of a graph.
     *
     * @param shown names of variables that nodes are to show; none: all that vary
     * @param title of the picture
     */
    public static StateGraph of(ReachableGraph graph, Partition partition, Set<String> shown, String title) {
        return new GraphWords(graph, shown).graph(partition, title);
    }

    /** What is observed of a state, for {@link Partition#bisimilar}: see {@code docs/graph.md}. */
    public static Object observed(ReachableGraph graph, Set<String> shown, int state) {
        List<Object> seen = new ArrayList<>();
        seen.add(graph.endings().get(state));
        seen.add(graph.violated(state));
        if (shown.isEmpty()) {
            seen.add(graph.holding().get(state));
        } else {
            TransitionSystem system = graph.system();
            for (int i = 0; i < system.variables().size(); i++) {
                if (shown.contains(system.variables().get(i).name())) {
                    seen.add(graph.states().get(state).get(i));
                }
            }
        }
        return List.copyOf(seen);
    }

    private StateGraph graph(Partition partition, String title) {
        List<List<Integer>> members = new ArrayList<>();
        for (int block = 0; block < partition.size(); block++) {
            members.add(new ArrayList<>());
        }
        for (int state = 0; state < partition.blocks().size(); state++) {
            members.get(partition.blocks().get(state)).add(state);
        }
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int block = 0; block < members.size(); block++) {
            nodes.add(node(block, members.get(block)));
            edges.addAll(edges(block, members.get(block), partition));
        }
        State first = graph.states().getFirst();
        List<Entry> constant = StateEntry.constant(graph.system(), graph.states()).stream()
                .map(entry -> new Entry(entry.name(), entry.value(first)))
                .toList();
        return new StateGraph(graph.system().name(), title, nodes, edges, constant, merged(partition));
    }

    private boolean merged(Partition partition) {
        return partition.size() < graph.states().size();
    }

    private Node node(int number, List<Integer> members) {
        int state = members.getFirst();
        List<State> states = members.stream().map(graph.states()::get).toList();
        List<Entry> whole = new ArrayList<>();
        List<Entry> few = new ArrayList<>();
        for (StateEntry entry : varying) {
            String value = entry.value(states.getFirst());
            if (states.stream().allMatch(s -> entry.value(s).equals(value))) {
                Entry words = new Entry(entry.name(), value);
                whole.add(words);
                if (shown.isEmpty()
                        ? tells(entry, state)
                        : shown.contains(entry.variable().name())) {
                    few.add(words);
                }
            }
        }
        List<Entry> properties = new ArrayList<>();
        for (int i = 0; i < graph.predicates().size(); i++) {
            properties.add(new Entry(
                    graph.predicates().get(i).name(),
                    Boolean.toString(graph.holding().get(state).get(i))));
        }
        return new Node(
                number,
                members.contains(0),
                graph.endings().get(state),
                graph.violated(state),
                few,
                whole,
                properties,
                members.size());
    }

    /** That there is no error is what a reader expects. */
    private boolean tells(StateEntry entry, int state) {
        return entry.variable().role() != Variable.Role.ERROR || graph.endings().get(state) == Ending.ERROR;
    }

    /** Of bisimilar states one has steps like all the others. */
    private List<Edge> edges(int block, List<Integer> members, Partition partition) {
        Map<Integer, Set<Label>> labels = new TreeMap<>();
        for (ReachableGraph.Edge edge : graph.steps().get(members.getFirst())) {
            labels.computeIfAbsent(partition.blocks().get(edge.to()), _ -> new LinkedHashSet<>())
                    .add(new Label(merged(partition) ? edge.action() : edge.step(), edge.violates()));
        }
        return labels.entrySet().stream()
                .map(e -> new Edge(block, e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }
}
