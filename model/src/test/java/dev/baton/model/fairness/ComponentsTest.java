package dev.baton.model.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside what reaches what and back. */
final class ComponentsTest {
    private static final int SIZE = 60;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 40, 60, 90, 150, 300})
    void areWhatReachesEachOther(int edges) {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Graph graph = graph(random, edges);
            Components components = new Components(graph, () -> {});
            int[] part = IntStream.range(0, SIZE).toArray();
            // each part within the one before, as who looks for fair cycles asks
            while (part.length > 0) {
                List<BitSet> reach = reach(graph, part);
                List<int[]> found = components.of(part);
                List<String> sets = new ArrayList<>();
                for (int[] component : found) {
                    sets.add(sorted(component));
                    for (int a : component) {
                        for (int b = 0; b < SIZE; b++) {
                            assertThat(components.together(a, b)).isEqualTo(a == b || together(reach, a, b));
                        }
                    }
                }
                assertThat(sets).containsExactlyInAnyOrderElementsOf(expected(reach, part));
                part = Arrays.stream(part).filter(_ -> random.nextInt(4) > 0).toArray();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 256, 257, 70_000, Integer.MAX_VALUE})
    void labelsAreWhatWasPut(int bound) {
        Random random = new Random(bound);
        Labels labels = new Labels();
        int[] expected = new int[150_000];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = i < 100_000 ? i % 2 : random.nextInt(bound);
            labels.add(expected[i]);
        }
        for (int i = 0; i < 1000; i++) {
            int at = random.nextInt(expected.length);
            expected[at] = random.nextInt(bound);
            labels.set(at, expected[at]);
        }
        assertThat(IntStream.range(0, expected.length).map(labels::get)).containsExactly(box(expected));
    }

    private static Integer[] box(int[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Integer[]::new);
    }

    private static Graph graph(Random random, int edges) {
        List<List<Integer>> targets = new ArrayList<>();
        IntStream.range(0, SIZE).forEach(_ -> targets.add(new ArrayList<>()));
        for (int i = 0; i < edges; i++) {
            targets.get(random.nextInt(SIZE)).add(random.nextInt(SIZE));
        }
        Graph graph = new Graph(0);
        for (int state = 0; state < SIZE; state++) {
            for (int target : targets.get(state)) {
                if (target != state) {
                    graph.edge(target, 0);
                }
            }
            graph.close();
        }
        return graph;
    }

    /** What can be reached within a part, in one step or more. */
    private static List<BitSet> reach(Graph graph, int[] part) {
        BitSet in = new BitSet();
        Arrays.stream(part).forEach(in::set);
        List<BitSet> reach = new ArrayList<>();
        for (int state = 0; state < SIZE; state++) {
            BitSet next = new BitSet();
            for (int edge = graph.first(state); in.get(state) && edge < graph.end(state); edge++) {
                next.set(graph.target(edge), in.get(graph.target(edge)));
            }
            reach.add(next);
        }
        for (int middle : part) {
            for (int from : part) {
                if (reach.get(from).get(middle)) {
                    reach.get(from).or(reach.get(middle));
                }
            }
        }
        return reach;
    }

    private static boolean together(List<BitSet> reach, int a, int b) {
        return reach.get(a).get(b) && reach.get(b).get(a);
    }

    private static List<String> expected(List<BitSet> reach, int[] part) {
        List<String> sets = new ArrayList<>();
        for (int a : part) {
            int[] set = Arrays.stream(part)
                    .filter(b -> a == b || together(reach, a, b))
                    .toArray();
            if (set.length > 1 && Arrays.stream(set).min().orElseThrow() == a) {
                sets.add(sorted(set));
            }
        }
        return sets;
    }

    private static String sorted(int[] states) {
        return Arrays.toString(Arrays.stream(states).sorted().toArray());
    }
}
