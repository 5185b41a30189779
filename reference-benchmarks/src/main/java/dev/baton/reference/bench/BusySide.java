package dev.baton.reference.bench;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;

/**
 * An end of a {@link Ring} on a thread of its own. What the thread works with, it makes itself: far from the other's.
 */
final class BusySide implements Side {
    /** In the middle of an array that is four cache lines long: nothing else is near. */
    private static final int MIDDLE = 16;

    private final AtomicLongArray passed = new AtomicLongArray(2 * MIDDLE);
    private final Thread thread;
    private volatile boolean over;
    private volatile Optional<String> ended = Optional.empty();

    private BusySide(Role role, Runnable pin, Supplier<Ring> ring, Runnable sent) {
        this.thread = Thread.ofPlatform().daemon().name(role.actor()).unstarted(() -> {
            pin.run();
            try {
                switch (role) {
                    case SENDER -> send(ring.get(), sent);
                    case READER -> read(ring.get());
                }
            } catch (RuntimeException | Error e) {
                ended = Optional.of(e.toString());
            }
        });
    }

    /**
     * Starts it.
     *
     * @param pin called first on its thread
     * @param sent called after each message that was sent
     */
    static BusySide start(Role role, Runnable pin, Supplier<Ring> ring, Runnable sent) {
        BusySide side = new BusySide(role, pin, ring, sent);
        side.thread.start();
        return side;
    }

    private void send(Ring ring, Runnable sent) {
        Patience patience = new Patience();
        for (long number = 1; !over; number++) {
            while (!ring.offer(number)) {
                patience.again();
                if (over) {
                    return;
                }
            }
            patience.over();
            passed.setRelease(MIDDLE, number);
            sent.run();
        }
    }

    private void read(Ring ring) {
        Patience patience = new Patience();
        long all = 0;
        while (!over) {
            int got = ring.drain();
            if (got == 0) {
                patience.again();
            } else {
                patience.over();
                all += got;
                passed.setRelease(MIDDLE, all);
            }
        }
    }

    @Override
    public long passed() {
        return passed.getAcquire(MIDDLE);
    }

    @Override
    public Optional<String> ended() {
        return ended;
    }

    @Override
    public void stop() throws InterruptedException {
        over = true;
        thread.join();
    }
}
