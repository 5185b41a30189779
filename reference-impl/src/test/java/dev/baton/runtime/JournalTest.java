package dev.baton.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A step that is undone, by whomever, leaves words as they were; one that is committed leaves what it wrote. */
final class JournalTest {
    private static final long LONG = TimeUnit.MINUTES.toNanos(1);

    private static final class Words64 extends Machine {
        final Words words;

        Words64(SharedMemory memory) {
            super(memory, Identity.of("Words", "00"), Atomicity.LOCKED);
            words = words("w", Order.SC, 64, i -> i);
            kernel("K", 1, new Point[] {}, core -> new Kernel(core) {
                @Override
                protected void program(Program p) {}
            });
        }

        long[] now() {
            return java.util.stream.IntStream.range(0, 64).mapToLong(words::get).toArray();
        }
    }

    @Property(tries = 200)
    void undoneOrDone(@ForAll @Size(max = 200) List<@IntRange(max = 63) Integer> writes, @ForAll boolean[] commits) {
        Words64 machine = new Words64(SharedMemory.anonymous(Words64::new, false));
        Journal journal = machine.journal().orElseThrow();
        long[] expected = machine.now();
        long value = 1000;
        for (boolean commit : commits) {
            long[] before = expected.clone();
            for (int w : writes) {
                machine.words.set(w, value);
                expected[w] = value++;
            }
            if (commit) {
                journal.commit();
            } else {
                journal.undo();
                expected = before;
            }
            assertThat(journal.isEmpty()).isTrue();
            assertThat(Arrays.equals(machine.now(), expected)).isTrue();
        }
    }

    @Property(tries = 100)
    void theLockOfTheDeadIsTakenWithTheirHalfStepUndone(
            @ForAll @Size(max = 100) List<@IntRange(max = 63) Integer> writes) {
        Words64 machine = new Words64(SharedMemory.anonymous(Words64::new, false));
        Actor kernel = machine.actor("K");
        long[] before = machine.now();
        long dead = MachineLock.holder(0, 0, 0);
        long me = MachineLock.holder(machine.members(), 0, 0);
        machine.lock().acquire(dead);
        writes.forEach(w -> machine.words.set(w, -1));
        assertThat(machine.lock().acquireWithin(me, LONG, m -> m == kernel.holder(0)))
                .isTrue();
        assertThat(machine.lives().crash(kernel, 0)).isTrue();
        machine.journal().orElseThrow().commit();
        assertThat(machine.lock().isHeldBy(me)).isTrue();
        assertThat(Arrays.equals(machine.now(), before)).isTrue();
        machine.lock().release();
    }

    @Property(tries = 5)
    void whoeverHasNoPatienceGoesWithoutTheLock(@ForAll @IntRange(max = 2) int millis) {
        Words64 machine = new Words64(SharedMemory.anonymous(Words64::new, false));
        long holder = MachineLock.holder(0, 0, 0);
        long other = MachineLock.holder(machine.members(), 0, 0);
        assertThat(machine.lock().acquireWithin(holder, 0, m -> false)).isTrue();
        assertThat(machine.lock().acquireWithin(other, millis * 1_000_000L, m -> false))
                .isFalse();
        assertThat(machine.lock().isHeldByMember(0)).isTrue();
        machine.lock().release();
        assertThat(machine.lock().acquireWithin(other, 0, m -> false)).isTrue();
    }

    @Property(tries = 20)
    void whoeverFindsACrashedHolderGoesOn(@ForAll @IntRange(max = 63) int word) {
        Words64 machine = new Words64(SharedMemory.anonymous(Words64::new, false));
        long other = MachineLock.holder(0, 7, 0);
        machine.lock().acquire(MachineLock.holder(0, 0, 1));
        assertThat(machine.lives().crash(machine.actor("K"), 0)).isTrue();
        machine.journal().orElseThrow().commit();
        machine.words.set(word, -1);
        machine.lock().acquire(other);
        assertThat(machine.lock().isHeldBy(other)).isTrue();
        assertThat(machine.words.get(word)).isEqualTo(word);
    }
}
