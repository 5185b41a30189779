package dev.baton.model.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Small random graphs against the obvious way: all walks of so many steps, each closed wherever it can be. */
final class ShortestLassoTest {
    private static final int STATES = 5;
    private static final int UNITS = 3;
    private static final int LONGEST = 6;

    /** @param length steps of stem and loop */
    private record Found(int length, int marked, boolean loop) {}

    @Test
    void noneIsShorterAndOfTheShortestNoneHasFewerMarks() {
        Random random = new Random(7);
        int stops = 0;
        int loops = 0;
        int none = 0;
        for (int i = 0; i < 3_000; i++) {
            Example example = new Example(random);
            Optional<Found> obvious = example.obvious();
            ShortestLasso.Answer answer = example.search(() -> true);
            assertThat(answer.all()).isTrue();
            assertThat(answer.lasso().map(example::found).map(f -> List.of(f.length, f.marked)))
                    .as("graph %d", i)
                    .isEqualTo(obvious.map(f -> List.of(f.length, f.marked)));
            stops += obvious.filter(f -> !f.loop).isPresent() ? 1 : 0;
            loops += obvious.filter(f -> f.loop).isPresent() ? 1 : 0;
            none += obvious.isEmpty() ? 1 : 0;
        }
        assertThat(List.of(stops, loops, none)).allMatch(n -> n > 200);
    }

    @Test
    void whoIsStoppedSaysSo() {
        Random random = new Random(8);
        for (int i = 0; i < 200; i++) {
            Example example = new Example(random);
            int[] moves = {3};
            ShortestLasso.Answer answer = example.search(() -> moves[0]-- > 0);
            boolean known = answer.lasso().map(example::found).equals(example.obvious());
            assertThat(known || !answer.all()).isTrue();
        }
    }

    /** A graph, what is asked of it, and which of its edges are marked. */
    private static final class Example {
        private final Graph graph = new Graph(0);
        private final Obligations units;
        private final boolean[][] marked = new boolean[STATES][STATES];
        private final LassoQuery query;

        Example(Random random) {
            for (int s = 0; s < STATES; s++) {
                for (int t = 0; t < STATES; t++) {
                    if (t != s && random.nextInt(3) == 0) {
                        graph.edge(t, graph.label(set(random, UNITS, 3)));
                        marked[s][t] = random.nextInt(3) == 0;
                    }
                }
                if (random.nextInt(6) == 0) {
                    graph.beyond(graph.label(set(random, UNITS, 2)));
                }
                graph.close();
            }
            BitSet weak = set(random, UNITS, 2);
            BitSet strong = (BitSet) weak.clone();
            strong.flip(0, UNITS);
            this.units = new Obligations(UNITS, weak, strong);
            BitSet region = set(random, STATES, 2);
            region.or(set(random, STATES, 2));
            BitSet trigger = set(random, STATES, 2);
            trigger.and(region);
            this.query = new LassoQuery(trigger, region, set(random, STATES, 2));
        }

        private static BitSet set(Random random, int size, int oneOf) {
            BitSet set = new BitSet();
            for (int i = 0; i < size; i++) {
                set.set(i, random.nextInt(oneOf) == 0);
            }
            return set;
        }

        ShortestLasso.Answer search(BooleanSupplier more) {
            return new ShortestLasso(graph, units, (s, t) -> marked[s][t], more).find(query, LONGEST);
        }

        /** What a lasso is worth; it must be one. */
        Found found(Lasso lasso) {
            Optional<Found> found = closed(lasso.states(), lasso.loop());
            assertThat(found).as("%s is one", lasso).isPresent();
            return found.orElseThrow();
        }

        Optional<Found> obvious() {
            for (int length = 0; length <= LONGEST; length++) {
                List<Found> all = new ArrayList<>();
                walk(new ArrayList<>(List.of(0)), length, all);
                if (!all.isEmpty()) {
                    return all.stream().min((a, b) -> a.marked - b.marked);
                }
            }
            return Optional.empty();
        }

        private void walk(List<Integer> states, int left, List<Found> into) {
            if (left == 0) {
                for (int loop = 0; loop < states.size(); loop++) {
                    closed(states, loop).ifPresent(into::add);
                }
                return;
            }
            int last = states.getLast();
            for (int edge = graph.first(last); edge < graph.end(last); edge++) {
                List<Integer> longer = new ArrayList<>(states);
                longer.add(graph.target(edge));
                walk(longer, left - 1, into);
            }
        }

        private Optional<Found> closed(List<Integer> states, int loop) {
            boolean stops = loop == states.size() - 1;
            List<Integer> again = states.subList(stops ? loop : loop + 1, states.size());
            boolean right = states.get(loop).equals(states.getLast())
                    && again.stream().anyMatch(query.visit()::get)
                    && triggered(states);
            Tally tally = new Tally(units);
            again.forEach(s -> tally.state(graph.enabled(s)));
            int count = 0;
            for (int i = 1; i < states.size(); i++) {
                int edge = edge(states.get(i - 1), states.get(i));
                if (edge < 0) {
                    return Optional.empty();
                }
                count += marked[states.get(i - 1)][states.get(i)] ? 1 : 0;
                if (i > loop) {
                    tally.edge(graph.units(edge));
                }
            }
            boolean fair = tally.owedToWeak().isEmpty() && tally.owedToStrong().isEmpty();
            boolean region = again.stream().allMatch(query.region()::get);
            return right && fair && region
                    ? Optional.of(new Found(states.size() - 1, count, !stops))
                    : Optional.empty();
        }

        /** From some trigger on it stays in the region. */
        private boolean triggered(List<Integer> states) {
            for (int i = 0; i < states.size(); i++) {
                if (query.trigger().get(states.get(i))
                        && states.subList(i, states.size()).stream().allMatch(query.region()::get)) {
                    return true;
                }
            }
            return false;
        }

        private int edge(int from, int to) {
            for (int edge = graph.first(from); edge < graph.end(from); edge++) {
                if (graph.target(edge) == to) {
                    return edge;
                }
            }
            return -1;
        }
    }
}
