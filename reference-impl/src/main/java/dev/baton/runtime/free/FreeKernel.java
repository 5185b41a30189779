package dev.baton.runtime.free;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Life;
import dev.baton.runtime.Lives;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Pace;
import dev.baton.runtime.ProtocolViolation;
import dev.baton.runtime.Seat;
import dev.baton.runtime.StrandEnd;
import dev.baton.runtime.Units;
import dev.baton.runtime.log.LogNames;
import dev.baton.runtime.log.LogRing;
import dev.baton.runtime.log.LogWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * One life of a member of an actor, running in this process: a thread for each task, and one for actions if there are
 * any.
 */
public final class FreeKernel {

    /**
     * How it runs.
     *
     * @param seed of random choices
     * @param pin keeps the thread of a seat on a CPU; does nothing where that can't be
     */
    public record Manner(Pace pace, long seed, Consumer<Seat> pin) {}

    private enum Wish {
        RUN,
        CRASH
    }

    private static final long HUNG = TimeUnit.MILLISECONDS.toNanos(20);

    private final Actor actor;
    private final int member;
    private final long life;
    private final SeatTurns turns;
    private final FreeCore core;
    private final Rest rest;
    private final Units units;
    private final List<Thread> threads = new ArrayList<>();
    private final Map<Optional<Seat>, AtomicInteger> busy = new HashMap<>();
    private final AtomicReference<Ending> ending = new AtomicReference<>(Ending.of(Ending.Kind.FINISHED));
    private final CountDownLatch left;
    private volatile Wish wish = Wish.RUN;

    /** Boots a live member. All kernels that share cores are to be booted before any starts. */
    public FreeKernel(Actor actor, int member, SeatTurns turns) {
        this.actor = actor;
        this.member = member;
        this.life = actor.machine().lives().word(actor, member);
        this.turns = turns;
        this.core = new FreeCore(actor, member);
        this.rest = new Rest(actor, member, Lives.count(life));
        this.units = new Units(core);
        this.left = new CountDownLatch(strands());
        units.tasks().forEach(t -> sit(t.seat()));
        if (hasDriver()) {
            sit(units.seat());
        }
    }

    private void sit(Optional<Seat> seat) {
        busy.computeIfAbsent(seat, _ -> new AtomicInteger()).incrementAndGet();
        seat.ifPresent(turns::sit);
    }

    /** Handlers alone need a thread too. */
    private boolean hasDriver() {
        return !units.actions().isEmpty() || units.tasks().isEmpty();
    }

    /** How many threads it has. */
    public int strands() {
        return units.tasks().size() + (hasDriver() ? 1 : 0);
    }

    /**
     * Starts its threads.
     *
     * @param rings one for each of {@link #strands}, or none to log nothing
     */
    public void start(List<LogRing> rings, Manner manner) {
        int number = 0;
        List<Runnable> runs = new ArrayList<>();
        for (Units.Task task : units.tasks()) {
            FreeStrand strand = strand(number++, task.seat(), rings, manner);
            runs.add(() -> run(strand, manner, () -> task(strand, task)));
        }
        if (hasDriver()) {
            FreeStrand strand = strand(number++, units.seat(), rings, manner);
            ActionDriver driver = new ActionDriver(
                    strand,
                    units.actions(),
                    a -> actor.machine().isLocked() ? manner.pace().delay(actor.name(), a.at().unit()) : 0);
            runs.add(() -> run(strand, manner, units.actions().isEmpty() ? () -> idle(strand) : driver::run));
        }
        for (Runnable r : runs) {
            threads.add(Thread.ofPlatform()
                    .name(actor.called(member) + " " + threads.size())
                    .daemon()
                    .unstarted(r));
        }
        threads.forEach(Thread::start);
    }

    private FreeStrand strand(int number, Optional<Seat> seat, List<LogRing> rings, Manner manner) {
        Optional<LogWriter> writer = rings.isEmpty() ? Optional.empty() : Optional.of(new LogWriter(rings.get(number)));
        long seed = manner.seed() ^ ((long) actor.holder(member) << 40) ^ (life << 8) ^ number;
        StrandLog log =
                new StrandLog(writer, LogNames.of(actor), actor.machine().isSequential());
        FreeStrand strand = new FreeStrand(this, number, seat, log, manner.pace(), seed, rest.strand());
        if (strands() == 1) {
            core.only(strand);
        }
        return strand;
    }

    private void run(FreeStrand strand, Manner manner, Runnable body) {
        boolean halted = false;
        try {
            core.enter(strand);
            strand.seat().ifPresent(manner.pin());
            body.run();
        } catch (StrandEnd end) {
            halted = end.reason() == StrandEnd.Reason.HALTED;
            ended(
                    switch (end.reason()) {
                        case HALTED -> Ending.of(Ending.Kind.HALTED);
                        case CRASHED -> Ending.of(Ending.Kind.CRASHED);
                        case STOPPED -> Ending.of(Ending.Kind.STOPPED);
                    });
        } catch (ProtocolViolation violation) {
            ended(new Ending(Ending.Kind.VIOLATED, Optional.of(String.valueOf(violation.getMessage()))));
        } catch (RuntimeException | Error e) {
            ended(new Ending(Ending.Kind.FAILED, Optional.of(e.toString() + " at " + e.getStackTrace()[0])));
        } finally {
            strand.close(halted);
            left.countDown();
            actor.machine().signals().launcher().notice();
        }
    }

    private void ended(Ending how) {
        ending.updateAndGet(
                before -> before.kind() == Ending.Kind.FINISHED || before.kind() == Ending.Kind.STOPPED ? how : before);
    }

    private void task(FreeStrand strand, Units.Task task) {
        task.body().run();
        strand.finish();
        strand.log().end(task.unit());
        AtomicInteger onSeat = busy.get(task.seat());
        if (onSeat != null && onSeat.decrementAndGet() == 0 && strand.hasInterrupts()) {
            idle(strand);
        }
    }

    private void idle(FreeStrand strand) {
        if (!strand.hasInterrupts()) {
            return;
        }
        while (true) {
            strand.attend();
            strand.waiting().idle();
        }
    }

    /**
     * Gives private variables back the values from before the step. Where units on several cores change them, without a
     * lock, each step changes one thing only, as its last: then there is nothing to give back.
     */
    void restore() {
        if (actor.machine().isLocked() || busy.size() <= 1) {
            units.restore();
        }
    }

    /** On a strand's thread, between two steps. */
    void attend() {
        Machine machine = actor.machine();
        if (machine.isStopped()) {
            throw new StrandEnd(StrandEnd.Reason.STOPPED);
        }
        long now = machine.lives().word(actor, member);
        if (wish == Wish.CRASH) {
            throw new StrandEnd(StrandEnd.Reason.CRASHED);
        }
        if (now != life) {
            notAsBooted(now);
        }
    }

    /** Whether this life, or what it may do, is over. */
    boolean isOver() {
        return actor.machine().lives().word(actor, member) != life || wish == Wish.CRASH;
    }

    private void notAsBooted(long now) {
        if (Lives.count(now) != Lives.count(life) || Lives.life(now) == Life.OFF) {
            throw new StrandEnd(StrandEnd.Reason.HALTED);
        }
        while (!actor.machine().isStopped() && wish == Wish.RUN) {
            LockSupport.parkNanos(HUNG);
        }
        throw new StrandEnd(wish == Wish.CRASH ? StrandEnd.Reason.CRASHED : StrandEnd.Reason.STOPPED);
    }

    /** Asks its threads to die at the next step; {@link #await} tells when they have. */
    public void kill() {
        wish = Wish.CRASH;
        actor.machine().signals().of(actor, member).alert();
    }

    /** Whether threads of it still run. */
    public boolean isRunning() {
        return left.getCount() > 0;
    }

    /** How it ended, once {@link #isRunning} no more. */
    public Ending ending() {
        return Objects.requireNonNull(ending.get());
    }

    /** Waits until all its threads have ended. */
    public Ending await() throws InterruptedException {
        left.await();
        return ending();
    }

    /** Its units and variables. */
    public Units units() {
        return units;
    }

    Actor actor() {
        return actor;
    }

    int member() {
        return member;
    }

    long life() {
        return life;
    }

    SeatTurns turns() {
        return turns;
    }
}
