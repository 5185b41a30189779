package dev.baton.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.graph.ReachableGraph.Edge;
import dev.baton.model.interpreter.State;
import dev.baton.model.source.SourceFile;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PartitionTest {
    /** 0 and 3 may both do a and b, but 0 chooses only after a: alike as traces, not bisimilar. */
    @Test
    void whenAChoiceIsMadeIsTold() {
        ReachableGraph graph = graph(8, "0 a 1", "1 b 2", "1 c 2", "3 a 4", "3 a 5", "4 b 6", "5 c 6", "7 a 1");
        Partition merged = Partition.bisimilar(graph, _ -> "");
        assertThat(merged.blocks()).containsExactly(0, 1, 2, 3, 4, 5, 2, 0);
        assertThat(merged.size()).isEqualTo(6);
    }

    @Test
    void aCycleIsAsGoodAsAnother() {
        ReachableGraph graph = graph(5, "0 a 1", "1 a 0", "2 a 3", "3 a 4", "4 a 2");
        assertThat(Partition.bisimilar(graph, _ -> "").size()).isEqualTo(1);
        assertThat(Partition.bisimilar(graph, state -> state == 4).blocks()).containsExactly(0, 0, 1, 2, 3);
    }

    /** Every round of a chain tells one more state from the rest. */
    @Test
    void aLongChainIsDoneSoon() {
        int length = 20_000;
        List<String> steps = new ArrayList<>();
        for (int i = 1; i < length; i++) {
            steps.add((i - 1) + " a " + i);
        }
        assertThat(Partition.bisimilar(graph(length, steps.toArray(String[]::new)), _ -> "")
                        .size())
                .isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void randomGraphsAreMergedAsTheDefinitionSays(int seed) {
        Random random = new Random(seed);
        int states = 30 + random.nextInt(30);
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < states * 3 / 2; i++) {
            steps.add(random.nextInt(states) + (random.nextInt(4) == 0 ? " b " : " a ") + random.nextInt(states));
        }
        ReachableGraph graph = graph(states, steps.toArray(String[]::new));
        Partition merged = Partition.bisimilar(graph, state -> state % 7 == 0);
        boolean[][] bisimilar = greatest(graph, 7);
        for (int s = 0; s < states; s++) {
            for (int t = 0; t < states; t++) {
                assertThat(merged.blocks().get(s).equals(merged.blocks().get(t)))
                        .as("%d and %d", s, t)
                        .isEqualTo(bisimilar[s][t]);
            }
        }
    }

    /** The greatest fixed point, pair by pair. */
    private static boolean[][] greatest(ReachableGraph graph, int every) {
        int n = graph.states().size();
        boolean[][] related = new boolean[n][n];
        for (int s = 0; s < n; s++) {
            for (int t = 0; t < n; t++) {
                related[s][t] = (s % every == 0) == (t % every == 0);
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int s = 0; s < n; s++) {
                for (int t = 0; t < n; t++) {
                    if (related[s][t] && !(simulated(graph, related, s, t) && simulated(graph, related, t, s))) {
                        related[s][t] = false;
                        changed = true;
                    }
                }
            }
        }
        return related;
    }

    private static boolean simulated(ReachableGraph graph, boolean[][] related, int s, int t) {
        return graph.steps().get(s).stream()
                .allMatch(a -> graph.steps().get(t).stream()
                        .anyMatch(b -> a.action().equals(b.action()) && related[a.to()][b.to()]));
    }

    /** @param steps such as {@code 0 a 1} */
    private static ReachableGraph graph(int states, String... steps) {
        List<List<Edge>> edges = new ArrayList<>();
        List<State> all = new ArrayList<>();
        for (int i = 0; i < states; i++) {
            edges.add(new ArrayList<>());
            all.add(new State(List.of(new Value.Int(i))));
        }
        for (String step : steps) {
            List<String> parts = List.of(step.split(" ", -1));
            edges.get(Integer.parseInt(parts.get(0)))
                    .add(new Edge(Integer.parseInt(parts.get(2)), step, parts.get(1), List.of()));
        }
        TransitionSystem system = new TransitionSystem(
                "G",
                Optional.empty(),
                new SourceFile("g.baton", ""),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
        return new ReachableGraph(
                system,
                all,
                Collections.nCopies(states, Ending.NONE),
                List.of(),
                Collections.nCopies(states, new BitSet()),
                edges);
    }
}
