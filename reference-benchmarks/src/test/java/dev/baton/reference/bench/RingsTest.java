package dev.baton.reference.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.reference.ring_reclaimed.RingReclaimed;
import dev.baton.runtime.Machine;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.free.Ending;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RingsTest {
    private static final int CLAIMED_BY_2 = 2 << 2 | 1;

    @TempDir
    private Path folder;

    private Supplier<Ring> ends(Contestant contestant, int slots) throws IOException {
        return contestant.ends(folder.resolve("ring"), slots, StandardOpenOption.CREATE_NEW);
    }

    @ParameterizedTest
    @CsvSource({
        "HAND, 1", "HAND, 4", "HAND, 1024",
        "HAND_BELL, 1", "HAND_BELL, 4", "HAND_BELL, 1024",
        "POLLED, 1", "POLLED, 4", "POLLED, 1024",
        "AGRONA, 1", "AGRONA, 4", "AGRONA, 1024",
        "JCTOOLS, 1", "JCTOOLS, 4", "JCTOOLS, 1024"
    })
    void holdsAsManyMessagesAsItHasSlotsLapAfterLap(Contestant contestant, int slots) throws IOException {
        Supplier<Ring> ends = ends(contestant, slots);
        Ring sender = ends.get();
        Ring reader = ends.get();
        long number = 1;
        for (int lap = 0; lap < 3; lap++) {
            for (int i = 0; i < slots; i++) {
                assertThat(sender.offer(number++)).isTrue();
            }
            assertThat(sender.offer(number)).isFalse();
            assertThat(reader.drain()).isEqualTo(slots);
            assertThat(reader.drain()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GENERATED", "GENERATED_POLLED"})
    void readersNoticeAMissingMessage(Contestant contestant) throws IOException {
        Supplier<Ring> ends = ends(contestant, 4);
        Ring sender = ends.get();
        Ring reader = ends.get();
        assertThat(sender.offer(1)).isTrue();
        assertThat(sender.offer(3)).isTrue();
        assertThatThrownBy(reader::drain).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aClaimIsSkippedOnceItsSenderIsDead() {
        MemorySegment memory = Arena.ofAuto().allocate(HandRing.bytes(4), HandRing.LINE);
        memory.set(ValueLayout.JAVA_LONG, HandRing.SLOTS, CLAIMED_BY_2);
        Ring sender = new HandRing(memory, 4, 1);
        Ring reader = new HandRing(memory, 4, 1);
        assertThat(sender.offer(1)).isTrue();
        assertThat(reader.drain()).isZero();
        memory.set(ValueLayout.JAVA_LONG, HandRing.DEAD + 8, 1);
        assertThat(reader.drain()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"READER, 1024, false", "READER, 1024, true", "SENDER, 1, false", "SENDER, 1, true"})
    void messagesPassIterationAfterIteration(Role seen, int slots, boolean apart) throws Exception {
        Course course = new Course(seen, slots, apart, 10) {
            @Override
            String ring() {
                return Contestant.HAND_BELL.title();
            }
        };
        course.open();
        try {
            for (int iteration = 0; iteration < 2; iteration++) {
                course.begin();
                course.await(1000);
                course.end();
                assertThat(course.trips().percentile(50) > 0).isEqualTo(seen == Role.SENDER);
            }
        } finally {
            course.close();
        }
    }

    @Test
    void generatedSendersTellOfEachMessage() throws Exception {
        Machine machine = new RingReclaimed(SharedMemory.anonymous(RingReclaimed::new, false));
        AtomicInteger sent = new AtomicInteger();
        Side side = new GeneratedLane(machine).start(Role.SENDER, true, sent::incrementAndGet);
        assertThat(((KernelSide) side).kernel().await().kind()).isEqualTo(Ending.Kind.FINISHED);
        assertThat(sent).hasValue(RingReclaimed.MESSAGES);
        assertThat(side.passed()).isEqualTo(RingReclaimed.MESSAGES);
        assertThat(side.ended()).isPresent();
    }

    @Test
    void theOtherProcessTellsWhatWentWrong() throws Exception {
        try (Peer peer = new Peer(List.of(Course.NATIVE))) {
            Path missing = folder.resolve("missing");
            assertThatThrownBy(() -> peer.start(Contestant.HAND, Role.READER, 4, missing))
                    .hasMessageContaining(missing.toString());
            assertThat(peer.isDead()).isFalse();
        }
    }
}
