package dev.baton.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * A channel (rule 8): a bounded queue from each sender to each receiver, of messages given by their codes. On a
 * lock-free machine each queue has one core that sends and one that receives; a locked machine keeps steps apart by
 * itself.
 *
 * <p>FIFO queues count what was ever taken and sent, so that each operation takes effect with one store. Unordered ones
 * are slots in no order, {@code latest} is one slot; an empty slot holds 0.
 */
public final class Channel {
    /** What {@link #first} gives where there is nothing. */
    public static final long EMPTY = -1;

    /** In which order messages come out. */
    public enum Kind {
        FIFO,
        UNORDERED,
        /** One message, which a newer one overwrites. */
        LATEST
    }

    private final String name;
    private final Kind kind;
    private final Actor from;
    private final Actor to;
    private final int capacity;
    private final Words taken;
    private final Words sent;
    private final Words slots;

    Channel(String name, Kind kind, Actor from, Actor to, int capacity, SharedMemory memory) {
        int queues = from.members() * to.members();
        this.name = name;
        this.kind = kind;
        this.from = from;
        this.to = to;
        this.capacity = kind == Kind.LATEST ? 1 : capacity;
        this.taken = memory.words(name + ".taken", Order.SC, queues, q -> 0);
        this.sent = memory.words(name + ".sent", Order.SC, queues, q -> 0);
        this.slots = memory.words(name + ".slots", Order.SC, queues * this.capacity, s -> 0);
    }

    /** Its name in the protocol; {@code ctl.reply} for the way back. */
    public String name() {
        return name;
    }

    /** In which order messages come out. */
    public Kind kind() {
        return kind;
    }

    /** Who sends. */
    public Actor from() {
        return from;
    }

    /** Who receives. */
    public Actor to() {
        return to;
    }

    /** How many messages fit between a sender and a receiver. */
    public int capacity() {
        return capacity;
    }

    /** Sends, unless the queue is full; whether it did. */
    public boolean offer(Core core, int sender, int receiver, long message) {
        int q = queue(sender, receiver);
        boolean done = switch (kind) {
            case FIFO -> append(q, message);
            case UNORDERED -> fill(q, message);
            case LATEST -> {
                slots.set(q, message + 1);
                yield true;
            }
        };
        if (done) {
            core.actor().machine().signals().of(to, receiver).notice();
        }
        return done;
    }

    /**
     * The next message, which stays; {@link #EMPTY} if there is none. Of an unordered channel: see {@link #waiting}.
     */
    public long first(int sender, int receiver) {
        int q = queue(sender, receiver);
        return switch (kind) {
            case FIFO -> {
                long at = taken.get(q);
                yield at == sent.get(q) ? EMPTY : slots.get(slot(q, at));
            }
            case UNORDERED -> {
                List<Long> all = waiting(sender, receiver);
                yield all.isEmpty() ? EMPTY : all.getFirst();
            }
            case LATEST -> slots.get(q) - 1;
        };
    }

    /**
     * Takes a message that matches and is next: of an unordered channel any, which the core chooses by its code.
     *
     * @return its code, or {@link #EMPTY} if there is none
     */
    public long take(Core core, int sender, int receiver, LongPredicate matches) {
        long message = kind == Kind.UNORDERED
                ? core.chooseAmong(waiting(sender, receiver).stream()
                        .filter(matches::test)
                        .distinct()
                        .sorted()
                        .toList())
                : first(sender, receiver);
        if (message == EMPTY || !matches.test(message) || !remove(queue(sender, receiver), message)) {
            return EMPTY;
        }
        core.actor().machine().signals().of(from, sender).notice();
        return message;
    }

    /** {@code contents(c, a, b)}: codes, oldest first; of an unordered channel in ascending order. */
    public List<Long> waiting(int sender, int receiver) {
        int q = queue(sender, receiver);
        List<Long> all = new ArrayList<>();
        switch (kind) {
            case FIFO -> {
                long end = sent.get(q);
                for (long at = taken.get(q); at < end; at++) {
                    all.add(slots.get(slot(q, at)));
                }
            }
            case UNORDERED, LATEST -> {
                for (int i = 0; i < capacity; i++) {
                    long slot = slots.get(q * capacity + i);
                    if (slot != 0) {
                        all.add(slot - 1);
                    }
                }
                all.sort(null);
            }
        }
        return all;
    }

    /** A fault (rule 10) puts other messages into a queue, in this order; the machine must be stepped or locked. */
    public void replace(int sender, int receiver, List<Long> messages) {
        int q = queue(sender, receiver);
        switch (kind) {
            case FIFO -> {
                sent.set(q, taken.get(q));
                messages.forEach(m -> append(q, m));
            }
            case UNORDERED, LATEST -> {
                for (int i = 0; i < capacity; i++) {
                    slots.set(q * capacity + i, i < messages.size() ? messages.get(i) + 1 : 0);
                }
            }
        }
    }

    private int queue(int sender, int receiver) {
        return sender * to.members() + receiver;
    }

    private int slot(int queue, long at) {
        return queue * capacity + (int) (at % capacity);
    }

    private boolean append(int q, long message) {
        long end = sent.get(q);
        if (end - taken.get(q) == capacity) {
            return false;
        }
        slots.set(slot(q, end), message);
        sent.set(q, end + 1);
        return true;
    }

    private boolean fill(int q, long message) {
        for (int i = 0; i < capacity; i++) {
            if (slots.cas(q * capacity + i, 0, message + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean remove(int q, long message) {
        return switch (kind) {
            case FIFO -> {
                long at = taken.get(q);
                yield taken.cas(q, at, at + 1);
            }
            case LATEST -> slots.cas(q, message + 1, 0);
            case UNORDERED -> clear(q, message);
        };
    }

    private boolean clear(int q, long message) {
        for (int i = 0; i < capacity; i++) {
            if (slots.cas(q * capacity + i, message + 1, 0)) {
                return true;
            }
        }
        return false;
    }
}
