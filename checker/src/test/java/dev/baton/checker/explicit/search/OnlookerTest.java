package dev.baton.checker.explicit.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class OnlookerTest {
    private static final SearchOptions OPTIONS = SearchOptions.DEFAULT.withNumbered(true);

    /** Looks at every doubling, remembers how many states it saw, and has enough after some looks. */
    private static final class Recorder implements Onlooker {
        private final CompiledSystem system;
        private final int enough;
        private final List<Long> seen = new ArrayList<>();

        Recorder(CompiledSystem system, int enough) {
            this.system = system;
            this.enough = enough;
        }

        @Override
        public boolean due(long expanded) {
            return expanded >= (seen.isEmpty() ? 1 : 2 * seen.getLast());
        }

        @Override
        public void look(NumberedStates expanded, Decided decided) {
            seen.add(expanded.size());
            long[] again = new long[system.words()];
            long[] count = new long[1];
            expanded.forEach((number, state, at) -> {
                assertThat(number).isEqualTo(count[0]++);
                assertThat(expanded.find(state, at)).isEqualTo(number);
                expanded.get(number, again, 0);
                assertThat(Arrays.equals(again, 0, again.length, state, at, at + again.length))
                        .isTrue();
            });
            assertThat(count[0]).isEqualTo(expanded.size());
        }

        @Override
        public boolean satisfied(Decided decided) {
            return seen.size() >= enough;
        }

        @Override
        public long[] memory() {
            return seen.stream().mapToLong(Long::longValue).toArray();
        }

        @Override
        public void remember(long[] memory) {
            Arrays.stream(memory).forEach(seen::add);
        }
    }

    @Property(tries = 40)
    void seesTheSameWithAnyWorkersAndWhenResumed(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int words,
            @ForAll @IntRange(min = 0, max = 5_000) int dies,
            @ForAll @IntRange(min = 1, max = 3) int workers,
            @ForAll @IntRange(min = 1, max = 12) int enough)
            throws Exception {
        GraphSystem graph = GraphSystem.random(seed, words, 4_000, 5);
        Recorder undisturbed = new Recorder(graph, enough);
        String expected = SearchTest.describe(run(graph, OPTIONS, Optional.empty(), undisturbed));
        Recorder other = new Recorder(graph, enough);
        assertThat(SearchTest.describe(run(graph, OPTIONS.withWorkers(workers), Optional.empty(), other)))
                .isEqualTo(expected);
        assertThat(other.seen).isEqualTo(undisturbed.seen);
        Path folder = Files.createTempDirectory("onlooker");
        List<IOException> failures = new ArrayList<>();
        Checkpointing checkpointing =
                new Checkpointing(folder.resolve("search"), "graph", Duration.ZERO, failures::add);
        try {
            run(
                            new CheckpointTest.Dying(graph, dies),
                            OPTIONS.withWorkers(workers),
                            Optional.of(checkpointing),
                            new Recorder(graph, enough))
                    .states()
                    .close();
        } catch (CheckpointTest.Death death) {
            if (Files.exists(checkpointing.file())) {
                Recorder resumed = new Recorder(graph, enough);
                Sightings nothing = new Sightings(Probes.NONE, words);
                SearchResult result = Search.resume(graph, OPTIONS, Watch.NOBODY, checkpointing, nothing, resumed);
                assertThat(SearchTest.describe(result)).isEqualTo(expected);
                assertThat(resumed.seen).isEqualTo(undisturbed.seen);
            }
        } finally {
            for (String name : List.of("search", "search.new")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
        assertThat(failures).isEmpty();
    }

    private static SearchResult run(
            CompiledSystem system, SearchOptions options, Optional<Checkpointing> checkpointing, Onlooker onlooker) {
        return Search.run(
                system, options, Watch.NOBODY, checkpointing, new Sightings(Probes.NONE, system.words()), onlooker);
    }

    /** Only the levels before the one at which the search ended. */
    @Property(tries = 30)
    void knowsEveryStepOfWhatWasExpanded(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int levels) {
        GraphSystem graph = GraphSystem.random(seed, 1, 2_000, 4);
        SearchResult bounded = Search.run(graph, OPTIONS.withMostLevels(levels), Watch.NOBODY);
        SearchResult before = Search.run(graph, OPTIONS.withMostLevels(Math.max(1, levels - 1)), Watch.NOBODY);
        try (ReachableStates states = bounded.states();
                ReachableStates fewer = before.states()) {
            long expected = bounded.ending() == Ending.COMPLETE ? states.size() : levels == 1 ? 0 : fewer.size();
            assertThat(bounded.expanded().size()).isEqualTo(expected);
            long[] to = new long[graph.mostSuccessors()];
            int[] by = new int[graph.mostSuccessors()];
            bounded.expanded().forEach((number, state, at) -> {
                int n = graph.successors(state, at, to, by, 0);
                for (int i = 0; i < n; i++) {
                    assertThat(states.contains(to, i)).isTrue();
                }
            });
        }
    }
}
