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
import java.util.function.ToLongFunction;

/**
 * One life of a member of an actor, running in this process: a thread for each task, one for actions if there are any,
 * and one for each core of interrupt handlers that has neither.
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
    private final List<Duty> duties;
    private final List<Thread> threads = new ArrayList<>();
    private final Map<Optional<Seat>, AtomicInteger> busy = new HashMap<>();
    private final AtomicReference<Ending> ending = new AtomicReference<>(Ending.of(Ending.Kind.FINISHED));
    private final CountDownLatch left;
    private volatile Wish wish = Wish.RUN;

    /** Boots a member that was live when it was launched; it may hang by now. */
    public FreeKernel(Actor actor, int member, SeatTurns turns) {
        this.actor = actor;
        this.member = member;
        this.life = Lives.live(actor.machine().lives().count(actor, member));
        this.turns = turns;
        this.core = new FreeCore(actor, member);
        this.rest = new Rest(actor, member, Lives.count(life));
        this.units = new Units(core);
        this.duties = Duty.of(units);
        this.left = new CountDownLatch(strands());
        duties.forEach(
                d -> busy.computeIfAbsent(d.seat(), _ -> new AtomicInteger()).incrementAndGet());
        turns.sit(actor, member, duties);
    }

    /** How many threads it has. */
    public int strands() {
        return duties.size();
    }

    /**
     * Starts its threads.
     *
     * @param rings one for each of {@link #strands}, or none to log nothing
     */
    public void start(List<LogRing> rings, Manner manner) {
        for (Duty duty : duties) {
            int number = threads.size();
            FreeStrand strand = strand(number, duty.seat(), rings, manner);
            threads.add(Thread.ofPlatform()
                    .name(actor.called(member) + " " + number)
                    .daemon()
                    .unstarted(() -> run(strand, manner, duty)));
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

    private void run(FreeStrand strand, Manner manner, Duty duty) {
        boolean halted = false;
        try {
            core.enter(strand);
            strand.seat().ifPresent(manner.pin());
            switch (duty) {
                case Duty.Task t -> task(strand, t.task());
                case Duty.Actions a -> new ActionDriver(strand, a.actions(), delays(manner)).run();
                case Duty.Interrupts _ -> idle(strand);
            }
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
            ended(Ending.failed(e));
        } finally {
            strand.close(halted);
            left.countDown();
            actor.machine().signals().launcher().notice();
        }
    }

    private ToLongFunction<Units.Action> delays(Manner manner) {
        return a -> actor.machine().isLocked() ? manner.pace().delay(actor.name(), a.at().unit()) : 0;
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

    /**
     * On a strand's thread, between two steps.
     *
     * @param log its log: while it hangs nothing is open there, or nobody would hear of others' later events
     */
    void attend(StrandLog log) {
        Machine machine = actor.machine();
        if (machine.isStopped()) {
            throw new StrandEnd(StrandEnd.Reason.STOPPED);
        }
        long now = machine.lives().word(actor, member);
        if (wish == Wish.CRASH) {
            throw new StrandEnd(StrandEnd.Reason.CRASHED);
        }
        if (now != life) {
            notAsBooted(now, log);
        }
    }

    /** Whether this life, or what it may do, is over. */
    boolean isOver() {
        return actor.machine().lives().word(actor, member) != life || wish == Wish.CRASH;
    }

    /** Ends this life, unless it is over; whether it did. */
    boolean halt() {
        return actor.machine().lives().halt(actor, member, life);
    }

    private void notAsBooted(long now, StrandLog log) {
        if (Lives.count(now) != Lives.count(life) || Lives.life(now) == Life.OFF) {
            throw new StrandEnd(StrandEnd.Reason.HALTED);
        }
        log.close();
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
