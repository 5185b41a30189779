package dev.baton.checker.explicit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.checker.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

final class CheckpointTest {

    private static final SearchOptions OPTIONS = SearchOptions.DEFAULT.withStutter(true);

    private Path folder = Path.of("");
    private final List<IOException> failures = new ArrayList<>();

    @BeforeTry
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("checkpoint");
        failures.clear();
    }

    @AfterTry
    void removeFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private Checkpointing checkpointing() {
        return new Checkpointing(folder.resolve("search"), "graph", Duration.ZERO, failures::add);
    }

    @Property(tries = 40)
    void goesOnWhereAnotherDied(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int words,
            @ForAll boolean exact,
            @ForAll @IntRange(min = 0, max = 5_000) int dies,
            @ForAll @IntRange(min = 1, max = 3) int workers)
            throws Exception {
        GraphSystem graph = GraphSystem.random(seed, words, 4_000, 5);
        SearchOptions options = OPTIONS.withExact(exact);
        String undisturbed = SearchTest.describe(Search.run(graph, options, Watch.NOBODY));
        try {
            SearchResult result =
                    Search.run(new Dying(graph, dies), options.withWorkers(workers), Watch.NOBODY, checkpointing());
            assertThat(SearchTest.describe(result)).isEqualTo(undisturbed);
        } catch (Death death) {
            Files.writeString(folder.resolve("search.new"), "begun and never finished");
            if (Files.exists(folder.resolve("search"))) {
                SearchResult resumed = Search.resume(graph, options, Watch.NOBODY, checkpointing());
                assertThat(SearchTest.describe(resumed)).isEqualTo(undisturbed);
            }
        }
        assertThat(failures).isEmpty();
    }

    @Example
    void writesOneWhenCancelled() throws Exception {
        MailboxSystem system = new MailboxSystem(3, 2, 1);
        AtomicLong asked = new AtomicLong();
        Watch watch = new Watch() {
            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() > 2;
            }

            @Override
            public void progress(Progress progress) {
                // not looked at
            }
        };
        Checkpointing seldom =
                new Checkpointing(folder.resolve("search"), "mailbox", Duration.ofDays(1), failures::add);
        SearchResult cut = Search.run(system, SearchOptions.DEFAULT, watch, seldom);
        cut.states().close();
        assertThat(cut.ending()).isEqualTo(Ending.CANCELLED);
        SearchResult resumed = Search.resume(system, SearchOptions.DEFAULT.withWorkers(2), Watch.NOBODY, seldom);
        resumed.states().close();
        assertThat(resumed.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(resumed.distinct()).isEqualTo(849_817);
        assertThat(resumed.generated()).isEqualTo(4_231_051);
    }

    /** Only the first state says yes, and it is not visited again. */
    @Example
    void remembersWhatWasSeen() throws Exception {
        GraphSystem graph = GraphSystem.random(1, 1, 300, 4);
        long[] first = new long[1];
        graph.initial(first, 0);
        Probes probes = new Probes() {
            @Override
            public int ofStates() {
                return 2;
            }

            @Override
            public int ofSteps() {
                return 1;
            }

            @Override
            public boolean ofState(int probe, long[] state, int at) {
                return probe == 1 && state[at] == first[0];
            }

            @Override
            public boolean ofStep(int probe, long[] before, int at, long[] after, int then) {
                return before[at] == first[0];
            }
        };
        Sightings before = new Sightings(probes, 1);
        assertThatThrownBy(() -> Search.run(
                        new Dying(graph, 40),
                        OPTIONS,
                        Watch.NOBODY,
                        Optional.of(checkpointing()),
                        before,
                        Onlooker.NOBODY))
                .isInstanceOf(Death.class);
        Sightings after = new Sightings(probes, 1);
        Search.resume(graph, OPTIONS, Watch.NOBODY, checkpointing(), after, Onlooker.NOBODY)
                .states()
                .close();
        assertThat(List.of(after.state(0), after.state(1), after.step(0))).containsExactly(false, true, true);
    }

    @Property(tries = 40)
    void refusesWhatIsDamaged(@ForAll @IntRange(min = 0, max = 1_000_000) int where, @ForAll boolean truncate)
            throws Exception {
        GraphSystem graph = GraphSystem.random(1, 1, 300, 4);
        Search.run(graph, OPTIONS, Watch.NOBODY, checkpointing()).states().close();
        Path file = folder.resolve("search");
        byte[] bytes = Files.readAllBytes(file);
        int at = where % bytes.length;
        if (truncate) {
            bytes = Arrays.copyOf(bytes, at);
        } else {
            bytes[at] ^= 1;
        }
        Files.write(file, bytes);
        assertThatThrownBy(() -> Search.resume(graph, OPTIONS, Watch.NOBODY, checkpointing()))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessage("it is damaged or no checkpoint: its checksum is wrong");
    }

    @Example
    void refusesWhatIsOfAnother() {
        GraphSystem graph = GraphSystem.random(1, 1, 300, 4);
        Checkpointing mine = checkpointing();
        assertThatThrownBy(() -> Search.resume(graph, OPTIONS, Watch.NOBODY, mine))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageStartingWith("there is no checkpoint");
        Search.run(graph, OPTIONS, Watch.NOBODY, mine).states().close();
        Checkpointing other = new Checkpointing(mine.file(), "other", mine.every(), mine.failed());
        assertThatThrownBy(() -> Search.resume(graph, OPTIONS, Watch.NOBODY, other))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessage("it is a checkpoint of another protocol, or of other parameters or properties");
        assertThatThrownBy(() -> Search.resume(graph, OPTIONS.withStutter(false), Watch.NOBODY, mine))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessage("it was written with other options or by another version");
        assertThatThrownBy(() -> Search.resume(graph, OPTIONS.withMemoryBytes(1000), Watch.NOBODY, mine))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessage("it needs more memory than is allowed");
    }

    @Example
    void goesOnWhenNoneCanBeWritten() {
        GraphSystem graph = GraphSystem.random(1, 1, 300, 4);
        Checkpointing nowhere =
                new Checkpointing(folder.resolve("no").resolve("folder"), "graph", Duration.ZERO, failures::add);
        SearchResult result = Search.run(graph, OPTIONS, Watch.NOBODY, nowhere);
        assertThat(SearchTest.describe(result))
                .isEqualTo(SearchTest.describe(Search.run(graph, OPTIONS, Watch.NOBODY)));
        assertThat(failures).isNotEmpty();
    }

    static final class Death extends RuntimeException {}

    /** Expands so many states and no more. */
    static final class Dying implements CompiledSystem {

        private final CompiledSystem system;
        private final AtomicLong left;

        Dying(CompiledSystem system, long left) {
            this.system = system;
            this.left = new AtomicLong(left);
        }

        @Override
        public int words() {
            return system.words();
        }

        @Override
        public int bits() {
            return system.bits();
        }

        @Override
        public int instances() {
            return system.instances();
        }

        @Override
        public int mostSuccessors() {
            return system.mostSuccessors();
        }

        @Override
        public void initial(long[] to, int at) {
            system.initial(to, at);
        }

        @Override
        public int successors(long[] from, int at, long[] to, int[] by, int n) {
            if (left.decrementAndGet() < 0) {
                throw new Death();
            }
            return system.successors(from, at, to, by, n);
        }

        @Override
        public boolean mayStop(long[] state, int at) {
            return system.mayStop(state, at);
        }

        @Override
        public long decided(long[] state, int at) {
            return system.decided(state, at);
        }

        @Override
        public long refuted(long[] before, int at, long[] after, int then) {
            return system.refuted(before, at, after, then);
        }

        @Override
        public int stepProperties() {
            return system.stepProperties();
        }
    }
}
