package dev.baton.checker.explicit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.baton.checker.Watch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class SearchTest {

    private static final SearchOptions STUTTER = SearchOptions.DEFAULT.withStutter(true);

    @Property(tries = 150)
    void findsWhatTheSimplestSearchFinds(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int words,
            @ForAll @IntRange(min = 13, max = 64) int bits,
            @ForAll @IntRange(min = 5, max = 3000) int size,
            @ForAll @IntRange(min = 1, max = 6) int most,
            @ForAll boolean exact,
            @ForAll boolean numbered) {
        GraphSystem graph = GraphSystem.random(seed, words, bits, size, most);
        SearchOptions options = STUTTER.withExact(exact).withNumbered(numbered);
        SearchResult result = Search.run(graph, options, Watch.NOBODY);
        try (ReachableStates states = result.states()) {
            GraphSystem.Expected expected = graph.search();
            assertThat(result.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(result.distinct()).isEqualTo(expected.distinct());
            assertThat(result.generated()).isEqualTo(expected.generated());
            assertThat(result.depth()).isEqualTo(expected.depth());
            assertThat(result.taken()).isEqualTo(expected.taken());
            assertThat(lengths(result.decided())).isEqualTo(expected.decided());
            assertThat(lengths(result.refuted())).isEqualTo(expected.refuted());
            assertThat(result.deadlock().map(StatePath::length).orElse(-1)).isEqualTo(expected.deadlock());
            assertThat(result.decided().values()).allMatch(graph::isPath);
            assertThat(result.refuted().values()).allMatch(graph::isPath);
            assertThat(result.deadlock().stream()).allMatch(graph::isPath);
            result.decided()
                    .forEach((property, path) -> assertThat(
                                    graph.decided(path.states().getLast(), 0) >>> property & 1)
                            .isEqualTo(1));
            assertThat(result.collisionProbability() > 0).isEqualTo(!states.kept() && states.size() > 1);
            if (states.kept()) {
                checkStates(states);
            }
        }
    }

    private static void checkStates(ReachableStates states) {
        Set<List<Long>> seen = new HashSet<>();
        long[] again = new long[states.words()];
        NumberedStates all = states.all();
        all.forEach((number, state, at) -> {
            assertThat(number).isEqualTo(seen.size());
            List<Long> words = new ArrayList<>();
            all.get(number, again, 0);
            for (int i = 0; i < again.length; i++) {
                assertThat(again[i]).isEqualTo(state[at + i]);
                words.add(again[i]);
            }
            seen.add(words);
            assertThat(states.contains(state, at)).isTrue();
            if (states.numbered()) {
                assertThat(all.find(state, at)).isEqualTo(number);
            }
        });
        assertThat(seen).hasSize((int) states.size());
        if (states.numbered()) {
            assertThat(all.find(new long[] {7, 7, 7, 7, 7}, 0)).isEqualTo(-1);
        }
    }

    @Property(tries = 12)
    void isTheSameForAnyNumberOfWorkers(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int words, @ForAll boolean exact) {
        GraphSystem graph = GraphSystem.random(seed, words, 30_000, 10);
        List<String> results = List.of(1, 2, 3, 4, 7).stream()
                .map(workers ->
                        describe(Search.run(graph, STUTTER.withExact(exact).withWorkers(workers), Watch.NOBODY)))
                .toList();
        assertThat(results.stream().distinct()).hasSize(1);
    }

    @Property(tries = 20)
    void runsOutOfMemoryWithTheSameCountsForAnyNumberOfWorkers(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int words,
            @ForAll boolean exact,
            @ForAll @IntRange(min = 0, max = 6) int megabytes) {
        GraphSystem graph = GraphSystem.random(seed, words, 60_000, 8);
        SearchOptions options = STUTTER.withExact(exact).withMemoryBytes((long) megabytes << 20);
        List<SearchResult> results = List.of(1, 3).stream()
                .map(workers -> Search.run(graph, options.withWorkers(workers), Watch.NOBODY))
                .toList();
        assertThat(results).allSatisfy(result -> {
            assertThat(result.peakBytes()).isLessThanOrEqualTo((long) megabytes << 20);
            if (result.ending() == Ending.COMPLETE) {
                assertThat(result.distinct()).isEqualTo(graph.search().distinct());
            } else {
                assertThat(result.ending()).isEqualTo(Ending.MEMORY);
            }
            assertThat(result.decided().values()).allMatch(graph::isPath);
        });
        assertThat(results.stream().map(SearchTest::describe).distinct()).hasSize(1);
    }

    @Example
    void growsToTheMailboxOf849817States() {
        for (int workers = 1; workers <= 2; workers++) {
            SearchResult result =
                    Search.run(new MailboxSystem(3, 2, 1), SearchOptions.DEFAULT.withWorkers(workers), Watch.NOBODY);
            try (ReachableStates states = result.states()) {
                assertThat(states.size()).isEqualTo(849_817);
                assertThat(result.generated()).isEqualTo(4_231_051);
                assertThat(result.decided()).isEmpty();
                assertThat(result.peakBytes()).isLessThan(40L * 849_817);
            }
        }
    }

    @Property(tries = 30)
    void stopsAtABoundOnLevels(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int levels) {
        GraphSystem graph = GraphSystem.random(seed, 1, 2000, 4);
        GraphSystem.Expected expected = graph.search();
        SearchResult result = Search.run(graph, STUTTER.withMostLevels(levels), Watch.NOBODY);
        result.states().close();
        assertThat(result.depth()).isEqualTo(Math.min(levels, expected.depth()));
        assertThat(result.distinct()).isLessThanOrEqualTo(expected.distinct());
        if (levels > expected.depth()) {
            assertThat(result.ending()).isEqualTo(Ending.COMPLETE);
        }
        expected.decided()
                .forEach((property, level) ->
                        assertThat(result.decided().containsKey(property)).isEqualTo(level < levels));
    }

    @Property(tries = 30)
    void stopsEarlyAtTheEndOfTheLevel(@ForAll long seed) {
        GraphSystem graph = GraphSystem.random(seed, 1, 2000, 4);
        GraphSystem.Expected expected = graph.search();
        SearchResult result = Search.run(graph, STUTTER.withStopEarly(true), Watch.NOBODY);
        result.states().close();
        Set<Integer> firsts = expected.decided().values().stream().collect(Collectors.toSet());
        firsts.addAll(expected.refuted().values());
        if (result.ending() == Ending.DECIDED) {
            assertThat(lengths(result.decided()).values()).isSubsetOf(firsts);
            assertThat(result.decided().size()
                            + result.refuted().size()
                            + result.deadlock().stream().count())
                    .isPositive();
        } else {
            assertThat(firsts).isEmpty();
        }
    }

    @Example
    void endsWhenCancelled() {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        Watch watch = new Watch() {
            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() > 3;
            }

            @Override
            public void progress(Progress progress) {
                assertThat(progress.distinct().orElseThrow()).isPositive();
                told.incrementAndGet();
            }
        };
        SearchResult result = Search.run(new MailboxSystem(3, 2, 2), SearchOptions.DEFAULT.withWorkers(2), watch);
        result.states().close();
        assertThat(result.ending()).isEqualTo(Ending.CANCELLED);
        assertThat(result.distinct()).isBetween(1L, 54_388_287L);
        assertThat(asked.get()).isEqualTo(4);
    }

    @Example
    void passesOnWhatAWorkerThrew() {
        try (Crew crew = new Crew(3)) {
            assertThat(catchThrowable(() -> crew.run(worker -> {
                        if (worker == 2) {
                            throw new IllegalStateException("worker 2");
                        }
                    })))
                    .hasMessage("worker 2");
        }
    }

    private static SortedMap<Integer, Integer> lengths(SortedMap<Integer, StatePath> paths) {
        SortedMap<Integer, Integer> lengths = new TreeMap<>();
        paths.forEach((property, path) -> lengths.put(property, path.length()));
        return lengths;
    }

    /** All there is to tell but bytes at the peak, which depend on how many tables grow at once. */
    static String describe(SearchResult result) {
        try (ReachableStates states = result.states()) {
            StringBuilder text = new StringBuilder();
            text.append(result.ending()).append(' ').append(result.distinct());
            text.append(' ').append(result.generated()).append(' ').append(result.depth());
            text.append(' ').append(result.taken());
            result.decided().forEach((property, path) -> text.append(describe("decided " + property, path)));
            result.refuted().forEach((property, path) -> text.append(describe("refuted " + property, path)));
            result.deadlock().ifPresent(path -> text.append(describe("deadlock", path)));
            if (states.kept()) {
                states.all()
                        .forEach((number, state, at) -> text.append(state[at]).append(' '));
            }
            return text.toString();
        }
    }

    private static String describe(String what, StatePath path) {
        return "\n" + what + path.states().stream().map(Arrays::toString).toList();
    }

    /** A user who wants to stop does not wait for long ways; what was found is then not taken for what is not there. */
    @Test
    void givesUpWaysForAUserWhoWantsToStop() {
        GraphSystem graph = GraphSystem.random(7, 1, 30_000, 10);
        SearchResult whole = Search.run(graph, STUTTER, Watch.NOBODY);
        whole.states().close();
        assertThat(whole.decided()).isNotEmpty();
        AtomicInteger asked = new AtomicInteger();
        SearchResult given = Search.run(graph, STUTTER, new Watch() {
            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public boolean interrupted() {
                asked.incrementAndGet();
                LockSupport.parkNanos(600_000_000);
                return true;
            }

            @Override
            public void progress(Progress progress) {
                // nobody looks
            }
        });
        given.states().close();
        assertThat(asked).hasPositiveValue();
        assertThat(given.distinct()).isEqualTo(whole.distinct());
        assertThat(given.ending()).isEqualTo(Ending.CANCELLED);
        assertThat(given.decided()).isEmpty();
    }
}
