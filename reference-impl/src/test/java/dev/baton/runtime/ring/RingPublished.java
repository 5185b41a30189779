package dev.baton.runtime.ring;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Atomicity;
import dev.baton.runtime.Doorbell;
import dev.baton.runtime.Identity;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Order;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.Words;
import dev.baton.runtime.value.Check;
import java.util.Optional;

/** A message ring whose slots are published by their size. */
public final class RingPublished extends Machine {
    /** {@code param SENDERS} (ring_published.baton:18). */
    public static final int SENDERS = 3;

    /** One slot always stays empty: {@code head == tail} means that there is nothing to read. */
    public static final int SLOTS = 3;

    /** Which protocol this is. */
    public static final Identity IDENTITY =
            Identity.of("RingPublished", "0".repeat(64), "SENDERS=3", "SLOTS=3", "CRASHES=0");

    private final Words head;
    private final Words tail;
    private final Words size;
    private final Words payload;
    private final Doorbell doorbell;

    /** Lays the ring out. */
    public RingPublished(SharedMemory memory) {
        super(memory, IDENTITY, Atomicity.LOCK_FREE);
        head = word("head", Order.SC, 0);
        tail = word("tail", Order.SC, 0);
        size = words("size", Order.SC, SLOTS, slot -> 0);
        payload = words("payload", Order.SC, SLOTS, slot -> 0);
        kernel("Sender", SENDERS, Sender.At.values(), core -> new Sender(this, core))
                .indexed();
        Actor receiver = kernel("Receiver", 1, Receiver.At.values(), core -> new Receiver(this, core));
        doorbell = ipi("doorbell", receiver, Doorbell.Kind.PLAIN);
    }

    static int next(int slot) {
        return (slot + 1) % SLOTS;
    }

    int head() {
        return (int) head.get();
    }

    boolean casHead(int old, int next) {
        Check.within(next, 0, SLOTS - 1, "`head` outside `0..2`");
        return head.cas(old, next);
    }

    int tail() {
        return (int) tail.get();
    }

    void tail(int value) {
        tail.set(Check.within(value, 0, SLOTS - 1, "`tail` outside `0..2`"));
    }

    /** {@code data_size} of each slot, its publication word. */
    int size(int slot) {
        return (int) size.get(slot);
    }

    void size(int slot, int value) {
        size.set(slot, Check.within(value, 0, 1, "`size[…]` outside `0..1`"));
    }

    /** Whose payload is in each slot. */
    Optional<Integer> payload(int slot) {
        long code = payload.get(slot);
        return code == 0 ? Optional.empty() : Optional.of((int) (code - 1));
    }

    void payload(int slot, Optional<Integer> value) {
        payload.set(slot, value.map(v -> v + 1L).orElse(0L));
    }

    Doorbell doorbell() {
        return doorbell;
    }
}
