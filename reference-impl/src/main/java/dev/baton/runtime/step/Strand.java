package dev.baton.runtime.step;

import dev.baton.runtime.Point;
import dev.baton.runtime.ProtocolViolation;
import dev.baton.runtime.Seat;
import dev.baton.runtime.StrandEnd;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** A task or handler of a stepped machine, on a thread of its own that runs only when it is resumed. */
final class Strand {
    private final String unit;
    private final Optional<Seat> seat;
    private final boolean handler;
    private final boolean nmi;
    private final Runnable body;
    private final Semaphore go = new Semaphore(0);
    private Place place;
    private boolean running;
    private boolean abandoned;
    private Outcome outcome = Turn.taken();
    private Optional<Throwable> failure = Optional.empty();

    Strand(String unit, Optional<Seat> seat, boolean handler, boolean nmi, Runnable body) {
        this.unit = unit;
        this.seat = seat;
        this.handler = handler;
        this.nmi = nmi;
        this.body = body;
        this.place = Place.resting(rest());
    }

    private String rest() {
        return handler ? "idle" : "done";
    }

    String unit() {
        return unit;
    }

    Optional<Seat> seat() {
        return seat;
    }

    boolean isHandler() {
        return handler;
    }

    boolean isNmi() {
        return nmi;
    }

    /** Whether it stands before a step. */
    boolean isRunning() {
        return running;
    }

    Place place() {
        return place;
    }

    /** On the test's thread: starts it, or lets it go on, until it stands again. */
    Outcome resume(Semaphore back) {
        if (running) {
            go.release();
        } else {
            running = true;
            Thread _ = Thread.ofVirtual().name(unit).start(() -> run(back));
        }
        back.acquireUninterruptibly();
        failure.ifPresent(e -> {
            throw new IllegalStateException("`" + unit + "` fails", e);
        });
        return outcome;
    }

    private void run(Semaphore back) {
        try {
            body.run();
            outcome = Turn.taken();
        } catch (StrandEnd end) {
            // Halted in this step, or abandoned.
            outcome = Turn.taken();
        } catch (ProtocolViolation violation) {
            outcome = new Outcome.Violated(String.valueOf(violation.getMessage()));
        } catch (RuntimeException | Error e) {
            failure = Optional.of(e);
        }
        running = false;
        place = Place.resting(rest());
        back.release();
    }

    /** On its own thread: stands before a step. */
    void arrive(Point at, long[] locals) {
        place = new Place(at.label(), at.locals(), Arrays.stream(locals).boxed().toList());
    }

    /** On its own thread: tells how the step ended, and waits for the next. */
    void stand(Outcome ended, Semaphore back) {
        outcome = ended;
        back.release();
        go.acquireUninterruptibly();
        if (abandoned) {
            throw new StrandEnd(StrandEnd.Reason.CRASHED);
        }
    }

    /** On the test's thread: ends it where it stands. */
    void abandon(Semaphore back) {
        if (running) {
            abandoned = true;
            Outcome _ = resume(back);
        }
    }
}
