package dev.baton.runtime;

/** A machine with one of each part. */
final class Parts extends Machine {
    static final int PAGES = 3;

    final Actor senders;
    final Actor receivers;
    final Doorbell bell;
    final Doorbell queued;
    final Channel fifo;
    final Channel unordered;
    final Channel latest;
    final Owners pages;

    Parts(SharedMemory memory) {
        super(memory, Identity.of("Parts", "00"), Atomicity.LOCK_FREE);
        senders = kernel("Sender", 2, new Point[] {}, Nothing::new).indexed();
        receivers = kernel("Receiver", 2, new Point[] {}, Nothing::new).indexed();
        bell = ipi("bell", receivers, Doorbell.Kind.PLAIN);
        queued = ipi("queued", receivers, new Doorbell.Kind(false, 3, true));
        fifo = channel("fifo", Channel.Kind.FIFO, senders, receivers, 3);
        unordered = channel("unordered", Channel.Kind.UNORDERED, senders, receivers, 3);
        latest = channel("latest", Channel.Kind.LATEST, senders, receivers, 1);
        pages = resource("Page", PAGES, page -> page == 0 ? Owners.code(senders, 1) : Owners.NOBODY);
    }

    /** In memory of its own, with words that are journaled, or not. */
    static Parts made(boolean undo) {
        return new Parts(SharedMemory.anonymous(Parts::new, undo));
    }

    Core core(Actor actor, int member) {
        return new IdleCore(actor, member);
    }

    private static final class Nothing extends Kernel {
        Nothing(Core core) {
            super(core);
        }

        @Override
        protected void program(Program p) {}
    }
}
