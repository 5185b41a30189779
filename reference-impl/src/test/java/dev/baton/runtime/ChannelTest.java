package dev.baton.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Channels do what obvious lists do. */
final class ChannelTest {

    /** @param message to send; negative: what to take matches its parity */
    record Operation(int sender, int receiver, long message) {}

    @Provide
    Arbitrary<List<Operation>> operations() {
        return Combinators.combine(
                        Arbitraries.of(0, 1),
                        Arbitraries.of(0, 1),
                        Arbitraries.longs().between(-4, 5))
                .as(Operation::new)
                .list()
                .ofMaxSize(80);
    }

    @Property(tries = 300)
    void fifo(@ForAll("operations") List<Operation> operations) {
        Parts parts = Parts.made(false);
        compare(parts, parts.fifo, operations);
    }

    @Property(tries = 300)
    void unordered(@ForAll("operations") List<Operation> operations) {
        Parts parts = Parts.made(false);
        compare(parts, parts.unordered, operations);
    }

    @Property(tries = 300)
    void latest(@ForAll("operations") List<Operation> operations) {
        Parts parts = Parts.made(true);
        compare(parts, parts.latest, operations);
    }

    private static void compare(Parts parts, Channel channel, List<Operation> operations) {
        List<List<Long>> model = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Operation o : operations) {
            List<Long> queue = model.get(2 * o.sender + o.receiver);
            if (o.message >= 0) {
                boolean sent = channel.offer(parts.core(parts.senders, o.sender), o.sender, o.receiver, o.message);
                assertThat(sent).isEqualTo(send(channel, queue, o.message));
            } else {
                long parity = -o.message % 2;
                long taken = channel.take(
                        parts.core(parts.receivers, o.receiver), o.sender, o.receiver, m -> m % 2 == parity);
                assertThat(taken).isEqualTo(take(channel, queue, parity));
            }
            List<Long> seen = channel.waiting(o.sender, o.receiver);
            if (channel.kind() == Channel.Kind.UNORDERED) {
                assertThat(seen).containsExactlyInAnyOrderElementsOf(queue);
            } else {
                assertThat(seen).isEqualTo(queue);
            }
            assertThat(channel.first(o.sender, o.receiver) == Channel.EMPTY).isEqualTo(queue.isEmpty());
        }
    }

    private static boolean send(Channel channel, List<Long> queue, long message) {
        if (channel.kind() == Channel.Kind.LATEST) {
            queue.clear();
        } else if (queue.size() == channel.capacity()) {
            return false;
        }
        queue.add(message);
        return true;
    }

    private static long take(Channel channel, List<Long> queue, long parity) {
        if (channel.kind() == Channel.Kind.UNORDERED) {
            // The core chooses the greatest of those that match.
            long most = queue.stream()
                    .filter(m -> m % 2 == parity)
                    .max(Long::compare)
                    .orElse(Channel.EMPTY);
            queue.remove(most);
            return most;
        }
        return queue.isEmpty() || queue.getFirst() % 2 != parity ? Channel.EMPTY : queue.removeFirst();
    }
}
