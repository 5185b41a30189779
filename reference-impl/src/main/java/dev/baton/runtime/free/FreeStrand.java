package dev.baton.runtime.free;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Lives;
import dev.baton.runtime.MachineLock;
import dev.baton.runtime.Pace;
import dev.baton.runtime.Padded;
import dev.baton.runtime.Point;
import dev.baton.runtime.Refused;
import dev.baton.runtime.Seat;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.Signal;
import dev.baton.runtime.StrandEnd;
import dev.baton.runtime.Units;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

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
    private final CorePower power;
    private final StepGuard guard;
    private final StrandLog log;
    private final Bodies bodies;
    private final Waiting waiting;
    private final Spinning spinning = new Spinning();
    private final Governor governor;
    private final SplittableRandom random;
    private final long timeout;
    private final boolean waitsForOthers;
    private final Signal signal;
    /** Whether a step takes nothing that would have to be given back at its end. */
    private final boolean swift;
    /** Whether something may have happened between a look at what there is and the step: while it waited, or wrote. */
    private final boolean takesTime;
    /** Whether what it attends to before it holds the lock may be undone: the start of its core. */
    private final boolean neverSure;

    /**
     * Its place among those of its actor when last its core did not coast; while it does, nobody wants to know. A
     * number, since steps write no references, which a collector would want to know of.
     */
    private int at = NOWHERE;

    private boolean inStep;

    /** Where it need not look before each step; absent if it has to. */
    private @Nullable Coasting coasting;

    private long asked;
    /** The alerts that were seen before the strand last attended to what there was; or {@link #STALE}. */
    private long attended = STALE;

    FreeStrand(
            FreeKernel kernel, int number, Optional<Seat> seat, StrandLog log, Pace pace, long seed, Rest.Strand rest) {
        this.kernel = kernel;
        this.seat = seat;
        this.log = log;
        this.bodies = new Bodies(this, kernel, log);
        this.handlers = new Handlers(kernel.units().interrupts(), seat, kernel.member());
        this.hold = new SeatHold(seat.flatMap(kernel.turns()::of));
        Actor actor = kernel.actor();
        this.power = new CorePower(seat, actor);
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
        this.neverSure = guard.locks() && power.mayFail();
    }

    /** It has this core to itself. */
    void coastsOn(FreeCore core) {
        if (!takesTime) {
            coasting = new Coasting(core, random);
        }
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

    /**
     * From the step before to the next. Mostly nothing has happened meanwhile, which few loads show; who has the core
     * to itself does not even make those before each step.
     */
    private void turn(Point next) {
        if (swift && inStep && signal.alerts() == attended && handlers.noneRaised()) {
            at = next.ordinal();
            Coasting on = coasting;
            if (on != null) {
                on.undisturbed();
            }
        } else {
            settle();
            begin(next);
        }
    }

    /** A loop goes round. */
    void goRound() {
        Coasting on = coasting;
        if (on != null) {
            on.goRound();
        }
    }

    /** Now that the step is logged, and holds the lock if there is one: not after a crash, a hang or a halt. */
    private void sure() {
        if (takesTime && signal.alerts() != attended && isOver()) {
            again(log.saved());
        }
    }

    /** Ends the step before, and takes what comes between two steps. */
    private void settle() {
        finish();
        waiting.over();
        asked = 0;
        attended = neverSure ? STALE : signal.alerts();
        handlers.look();
        attend();
        Coasting on = coasting;
        if (on != null) {
            on.disturbed();
        }
    }

    /** It looks before the next step. */
    private void land() {
        Coasting on = coasting;
        if (on != null) {
            on.land();
        }
    }

    /** Ends the step under way, if any: it has happened. */
    void finish() {
        land();
        if (inStep) {
            inStep = false;
            waiting.rest().over();
            guard.commit();
            logHappened();
            leaveSeat();
        }
    }

    /** An action has happened. */
    void taken() {
        finish();
        asked = 0;
    }

    /** What waits for others has no event open, for which they may have to wait: one that waits for room in its log. */
    private void logHappened() {
        if (waitsForOthers) {
            log.close();
        }
    }

    void begin(Point next) {
        at = next.ordinal();
        governor.await();
        takeSeat();
        guard.begin();
        inStep = true;
    }

    void takeBack() {
        land();
        guard.undo();
        if (!bodies.onlyAsks()) {
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

    /** Between two steps: the end of the run, the own death, that of the core, interrupts. */
    void attend() {
        kernel.attend(log);
        if (!power.isOn()) {
            awaitCore();
        }
        handlers.deliverDue(this::deliver);
    }

    /** As for a step that can't be taken. */
    private void awaitCore() {
        log.close();
        do {
            waiting.again();
            kernel.attend(log);
        } while (!power.isOn());
        waiting.over();
    }

    /** Whether it may take no step now: its life is over, or what that may do, or its core is off. */
    boolean isOver() {
        return kernel.isOver() || !power.isOn();
    }

    private void deliver(Units.Interrupt i) {
        takeSeat();
        guard.begin();
        log.deliver(i.bell().name());
        if (isOver() || !handlers.isDue(i) || !i.bell().take(kernel.member())) {
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
        if (bodies.anyRuns()) {
            throw new Refused();
        }
        again(log.saved());
    }

    /** Takes the step back, waits, and begins it anew. */
    void again(long[] saved) {
        land();
        Point again = points.get(at);
        attended = STALE;
        do {
            takeBack();
            waiting.again();
            attend();
            begin(again);
            log.step(again, saved);
        } while (isOver());
    }

    /** Between two rounds of a loop that spins. */
    void relax() {
        land();
        if (waitsForOthers) {
            finish();
        }
        spinning.again(found());
    }

    /** How many rounds of loops have found something since it last spun; this one has not. */
    private int found() {
        Coasting on = coasting;
        return on == null ? 0 : Math.max(0, on.rounds() - 1);
    }

    int random(int ways) {
        return random.nextInt(ways);
    }

    void chosen(long code) {
        waiting.rest().unsure();
        if (!bodies.onlyAsks()) {
            log.choice(code);
        }
    }

    boolean timeout() {
        attended = STALE;
        land();
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

    Bodies bodies() {
        return bodies;
    }

    Waiting waiting() {
        return waiting;
    }

    /**
     * If this life is over already, by another strand's halt or a hang, the step can't be taken: the strand ends. Where
     * it is only asked about, lives stay as they are: other strands read them at any time, whoever holds the lock.
     */
    StrandEnd halt() {
        while (!bodies.onlyAsks() && !kernel.halt()) {
            pause();
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
