package dev.baton.stress;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Atomicity;
import dev.baton.runtime.Channel;
import dev.baton.runtime.Core;
import dev.baton.runtime.Doorbell;
import dev.baton.runtime.Identity;
import dev.baton.runtime.Kernel;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Order;
import dev.baton.runtime.Point;
import dev.baton.runtime.Program;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.Words;

/** The smallest machine that has two words, a doorbell and two channels. */
final class Small extends Machine {
    private static final Identity IDENTITY = Identity.of("Small", "00");

    final Words x;
    final Words y;
    final Words storedX;
    final Words storedY;
    /** Two words of four bytes, side by side. */
    final Words pair;

    final Words storedPair;
    final Actor sender;
    final Actor receiver;
    final Doorbell bell;
    final Channel fifo;
    final Channel unordered;

    private Small(SharedMemory memory) {
        super(memory, IDENTITY, Atomicity.LOCK_FREE);
        x = word("x", Order.SC, 0);
        y = word("y", Order.SC, 0);
        storedX = word("stored_x", Order.TSO, 0);
        storedY = word("stored_y", Order.TSO, 0);
        pair = ints("pair", Order.SC, 2, i -> 0);
        storedPair = ints("stored_pair", Order.TSO, 2, i -> 0);
        sender = kernel("Sender", 1, new Point[] {}, Nothing::new);
        receiver = kernel("Receiver", 1, new Point[] {}, Nothing::new);
        bell = ipi("bell", receiver, Doorbell.Kind.PLAIN);
        fifo = channel("fifo", Channel.Kind.FIFO, sender, receiver, 1);
        unordered = channel("unordered", Channel.Kind.UNORDERED, sender, receiver, 2);
    }

    static Small made() {
        return new Small(SharedMemory.anonymous(Small::new, false));
    }

    Core core(Actor of) {
        return new FencedCore(of);
    }

    private static final class Nothing extends Kernel {
        Nothing(Core core) {
            super(core);
        }

        @Override
        protected void program(Program p) {}
    }
}
