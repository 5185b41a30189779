package dev.baton.runtime.free;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Life;
import dev.baton.runtime.Lives;
import dev.baton.runtime.MachineLock;
import dev.baton.runtime.Pace;
import dev.baton.runtime.Padded;
import dev.baton.runtime.Point;
import dev.baton.runtime.ProtocolViolation;
import dev.baton.runtime.Refused;
import dev.baton.runtime.Seat;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.Signal;
import dev.baton.runtime.StrandEnd;
import dev.baton.runtime.Units;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** One thread of a free-running kernel. Takes interrupts between two steps, as long as none of them runs already. */
final class FreeStrand extends Padded {
    /** The next step is to look at everything anew. */
    private static final long STALE = -1;

    /** It has not begun. */
    private static final int NOWHERE = -1;

    private final FreeKernel kernel;
    private final List<Point> points;
    private final Optional<Seat> seat;
    private final Handlers handlers;
    private final SeatHold hold;
    private final StepGuard guard;
    private final StrandLog log;
    private final Waiting waiting;
    private final Governor governor;
    private final SplittableRandom random;
    private final long timeout;
    private final boolean waitsForOthers;
    private final Signal signal;
    /** Whether a step takes nothing that would have to be given back at its end. */
    private final boolean swift;
    /** Whether something may have happened between a look at what there is and the step: while it waited, or wrote. */
    private final boolean takesTime;

    /** Its place among those of its actor: steps write no references, which a collector would want to know of. */
    private int at = NOWHERE;

    private boolean inStep;
    private int bodies;
    /** Whether the step under way is undone in any case; the log knows nothing of it. */
    private boolean dry;

    private long asked;
    /** The alerts that were seen before the strand last attended to what there was; or {@link #STALE}. */
    private long attended = STALE;

    FreeStrand(
            FreeKernel kernel, int number, Optional<Seat> seat, StrandLog log, Pace pace, long seed, Rest.Strand rest) {
        this.kernel = kernel;
        this.seat = seat;
        this.log = log;
        this.handlers = new Handlers(kernel.units().interrupts(), seat, kernel.member());
        this.hold = new SeatHold(seat.flatMap(kernel.turns()::of));
        Actor actor = kernel.actor();
        this.points = actor.points();
        this.guard = new StepGuard(
                actor.machine(), MachineLock.holder(actor.holder(kernel.member()), Lives.count(kernel.life()), number));
        this.signal = actor.machine().signals().of(actor, kernel.member());
        this.waiting = new Waiting(signal, guard.locks(), rest);
        this.governor = new Governor(pace.perSecond(), actor.machine()::isStopped);
        this.random = new SplittableRandom(seed);
        this.timeout = pace.timeout().toNanos();
        this.waitsForOthers = guard.locks() || hold.isShared();
        this.swift = !waitsForOthers && governor.isFree();
        this.takesTime = !swift || log.isWritten();
    }

    Optional<Seat> seat() {
        return seat;
    }

    boolean hasInterrupts() {
        return handlers.any();
    }

    StrandLog log() {
        return log;
    }

    void step(Point next) {
        turn(next);
        log.step(next);
        sure();
    }

    void step(Point next, long a) {
        turn(next);
        log.step(next, a);
        sure();
    }

    void step(Point next, long a, long b) {
        turn(next);
        log.step(next, a, b);
        sure();
    }

    void step(Point next, long a, long b, long c) {
        turn(next);
        log.step(next, a, b, c);
        sure();
    }

    void step(Point next, long[] all) {
        turn(next);
        log.step(next, all);
        sure();
    }

    /** From the step before to the next. Mostly nothing has happened meanwhile, which few loads show. */
    private void turn(Point next) {
        if (swift && inStep && signal.alerts() == attended && handlers.noneRaised()) {
            at = next.ordinal();
        } else {
            settle();
            begin(next);
        }
    }

    /** Now that the step is logged, and holds the lock if there is one: not after a crash, a hang or a halt. */
    private void sure() {
        if (takesTime && signal.alerts() != attended && kernel.isOver()) {
            again(log.saved());
        }
    }

    /** Ends the step before, and takes what comes between two steps. */
    private void settle() {
        finish();
        waiting.over();
        asked = 0;
        attended = signal.alerts();
        handlers.look();
        attend();
    }

    /** Ends the step under way, if any: it has happened. */
    void finish() {
        if (inStep) {
            inStep = false;
            waiting.rest().over();
            guard.commit();
            logHappened();
            leaveSeat();
        }
    }

    /** What waits for others has no event open, for which they may have to wait: one that waits for room in its log. */
    private void logHappened() {
        if (waitsForOthers) {
            log.close();
        }
    }

    private void begin(Point next) {
        at = next.ordinal();
        governor.await();
        takeSeat();
        guard.begin();
        inStep = true;
    }

    private void takeBack() {
        guard.undo();
        if (!dry) {
            log.withdraw();
        }
        inStep = false;
        leaveSeat();
    }

    private void takeSeat() {
        if (handlers.noneRuns()) {
            hold.take();
        }
    }

    private void leaveSeat() {
        if (handlers.noneRuns()) {
            hold.leave();
        }
    }

    /** Between two steps: the end of the run, the own death, interrupts. */
    void attend() {
        kernel.attend();
        handlers.deliverDue(this::deliver);
    }

    private void deliver(Units.Interrupt i) {
        takeSeat();
        guard.begin();
        log.deliver(i.bell().name());
        if (kernel.isOver() || !handlers.isDue(i) || !i.bell().take(kernel.member())) {
            guard.undo();
            log.withdraw();
            leaveSeat();
            return;
        }
        guard.commit();
        logHappened();
        waiting.over();
        int before = at;
        long since = asked;
        handlers.enter(i);
        try {
            i.body().run();
            finish();
            log.end(i.bell().name());
        } finally {
            handlers.leave(i);
            leaveSeat();
            attended = STALE;
        }
        at = before;
        asked = since;
    }

    void pause() {
        if (bodies > 0) {
            throw new Refused();
        }
        again(log.saved());
    }

    /** Takes the step back, waits, and begins it anew. */
    private void again(long[] saved) {
        Point again = points.get(at);
        attended = STALE;
        do {
            takeBack();
            waiting.again();
            attend();
            begin(again);
            log.step(again, saved);
        } while (kernel.isOver());
    }

    int random(int ways) {
        return random.nextInt(ways);
    }

    void chosen(long code) {
        waiting.rest().unsure();
        if (!dry) {
            log.choice(code);
        }
    }

    boolean timeout() {
        attended = STALE;
        long now = System.nanoTime();
        if (asked == 0) {
            asked = now;
        }
        boolean over = now - asked >= timeout;
        if (!over) {
            waiting.rest().unsure();
        }
        return over;
    }

    void fence() {
        SharedMemory.fence();
    }

    void atomic(Runnable body) {
        if (bodies > 0) {
            body.run();
            return;
        }
        long[] saved = log.saved();
        while (true) {
            kernel.units().save();
            bodies++;
            try {
                body.run();
                return;
            } catch (Refused refused) {
                kernel.restore();
            } finally {
                bodies--;
            }
            again(saved);
        }
    }

    boolean attempt(Point action, long[] arguments, BooleanSupplier body) {
        return attempt(action, arguments, body, false);
    }

    /** @param onlyAsked whether it is only asked if it could be taken: then it is undone in any case */
    boolean attempt(Point action, long[] arguments, BooleanSupplier body, boolean onlyAsked) {
        finish();
        attend();
        begin(action);
        dry = onlyAsked;
        if (!dry) {
            log.step(action, arguments);
        }
        if (kernel.isOver()) {
            takeBack();
            dry = false;
            return false;
        }
        kernel.units().save();
        boolean taken = false;
        bodies++;
        try {
            taken = body.getAsBoolean();
        } catch (Refused refused) {
            taken = false;
        } catch (ProtocolViolation | StrandEnd e) {
            if (!dry) {
                throw e;
            }
            taken = true;
        } finally {
            bodies--;
        }
        if (taken && !dry) {
            finish();
            asked = 0;
        } else {
            // While nobody else can step: their changes must not be undone.
            kernel.restore();
            takeBack();
        }
        dry = false;
        return taken;
    }

    Waiting waiting() {
        return waiting;
    }

    StrandEnd halt() {
        Actor actor = kernel.actor();
        if (!actor.machine().lives().halt(actor, kernel.member())) {
            Life life = actor.machine().lives().of(actor, kernel.member());
            throw new ProtocolViolation("`halt` of an actor that is " + life);
        }
        return new StrandEnd(StrandEnd.Reason.HALTED);
    }

    /** The strand ends: a step of its own halt has happened; any other half step is as if it never was. */
    void close(boolean happened) {
        if (inStep) {
            if (happened) {
                finish();
            } else {
                takeBack();
            }
        }
        log.close();
        waiting.over();
        waiting.rest().ended();
    }
}
