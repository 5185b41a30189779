package dev.baton.runtime.step;

import dev.baton.runtime.Actor;
import dev.baton.runtime.Channel;
import dev.baton.runtime.Doorbell;
import dev.baton.runtime.Kernel;
import dev.baton.runtime.Life;
import dev.baton.runtime.Machine;
import dev.baton.runtime.ProtocolViolation;
import dev.baton.runtime.Seat;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.StrandEnd;
import dev.baton.runtime.Units;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Drives a machine one step at a time. Each task and handler has a thread of its own, but one runs at a time, when a
 * step is granted to it. What is refused changes nothing. Not for several threads.
 *
 * @param <M> the generated machine
 */
public final class Stepper<M extends Machine> implements AutoCloseable {

    /** A store on its way to memory. */
    public record Store(String variable, int position, long value) {}

    private final M machine;
    private final Turn turn;
    private final Crew crew;
    private Optional<Outcome.Violated> over = Optional.empty();

    private Stepper(M machine, Buffers buffers) {
        this.machine = machine;
        this.turn = new Turn(machine.journal().orElseThrow(), buffers);
        this.crew = new Crew(machine, turn);
    }

    /** A machine in its first state. */
    public static <M extends Machine> Stepper<M> of(Function<SharedMemory, M> protocol) {
        Buffers buffers = new Buffers();
        M machine = protocol.apply(SharedMemory.stepped(protocol, buffers));
        Stepper<M> stepper = new Stepper<>(machine, buffers);
        stepper.crew.bootAll();
        return stepper;
    }

    /** The machine, for what else a test wants to see. */
    public M machine() {
        return machine;
    }

    /** The generated object that is the present life of a member. */
    public Kernel kernel(String actor, int member) {
        return crew.of(actor, member).units().kernel();
    }

    /**
     * Grants the next step of a task, or of a handler that runs, if it stands at this label.
     *
     * @param choices what {@link dev.baton.runtime.Core#choose} and its like take in this step, in order: branches by
     *     number, elements and messages of unordered channels by code; what isn't given is way 0, or the first element
     */
    public Outcome grant(String actor, int member, String unit, String label, long... choices) {
        SteppedKernel kernel = live(actor, member);
        Strand strand = kernel.strand(unit);
        Optional<String> obstacle = crew.obstacle(kernel, strand);
        if (obstacle.isPresent()) {
            return refused(obstacle.get());
        }
        if (!strand.isRunning() || !strand.place().label().equals(label)) {
            return refused("it stands at `" + strand.place().label() + "`");
        }
        return after(kernel, turn.run(kernel, strand, choices));
    }

    /**
     * Grants an action or {@code on} handler.
     *
     * @param arguments codes of its parameters; of a handler of several senders: the sender's number
     */
    public Outcome act(String actor, int member, String unit, long[] arguments, long... choices) {
        SteppedKernel kernel = live(actor, member);
        Units.Action action = kernel.action(unit);
        if (arguments.length != action.parameters().size()) {
            throw new IllegalArgumentException(
                    "`" + unit + "` has " + action.parameters().size() + " parameters");
        }
        Optional<String> obstacle = crew.obstacle(kernel, kernel.units().seat(), false, false);
        return obstacle.isPresent()
                ? refused(obstacle.get())
                : after(kernel, turn.run(kernel, () -> attempt(kernel, action, arguments), choices));
    }

    private static Outcome attempt(SteppedKernel kernel, Units.Action action, long[] arguments) {
        try {
            return kernel.core()
                            .attempt(action.at(), arguments, () -> action.body().test(arguments))
                    ? Turn.taken()
                    : refused("the code can't take it now");
        } catch (StrandEnd halted) {
            return Turn.taken();
        } catch (ProtocolViolation violation) {
            return new Outcome.Violated(String.valueOf(violation.getMessage()));
        }
    }

    private SteppedKernel live(String actor, int member) {
        if (over.isPresent()) {
            throw new IllegalStateException(
                    "nothing more happens after: " + over.get().message());
        }
        return crew.of(actor, member);
    }

    private static Outcome refused(String why) {
        return new Outcome.Refused(why);
    }

    private Outcome after(SteppedKernel kernel, Outcome outcome) {
        if (over.isPresent()) {
            throw new IllegalStateException(
                    "nothing more happens after: " + over.get().message());
        }
        switch (outcome) {
            case Outcome.Taken taken -> crew.rebootHalted(kernel);
            case Outcome.Refused refused -> {}
            case Outcome.Violated violated -> over = Optional.of(violated);
        }
        return outcome;
    }

    /** Delivers a pending IPI: the handler then stands at its first step, or is at rest again if it has none. */
    public Outcome deliver(String actor, int member, String bell) {
        Doorbell doorbell = bell(bell);
        SteppedKernel kernel = live(actor, member);
        Strand strand = kernel.strand(bell);
        Optional<String> obstacle = crew.obstacle(kernel, strand.seat(), true, strand.isNmi());
        if (obstacle.isPresent()) {
            return refused(obstacle.get());
        }
        if (doorbell.isMasked(member) && !strand.isNmi()) {
            return refused("it is masked");
        }
        if (!doorbell.take(member)) {
            return refused("it is not pending");
        }
        turn.commit();
        return after(kernel, turn.run(kernel, strand));
    }

    /** The oldest store of a core's store buffer reaches memory. */
    public Outcome drain(Seat seat) {
        return fault(turn.buffers().drain(seat), "its store buffer is empty");
    }

    /** A live member crashes. */
    public Outcome crash(String actor, int member) {
        Actor of = machine.actor(actor);
        Outcome outcome = fault(machine.lives().crash(of, member), "it is not live");
        if (outcome.taken()) {
            crew.reboot(of, member);
        }
        return outcome;
    }

    /** A crashed member comes back. */
    public Outcome restart(String actor, int member) {
        return fault(machine.lives().restart(machine.actor(actor), member), "it has not crashed");
    }

    /** A live member hangs. */
    public Outcome hang(String actor, int member) {
        return fault(machine.lives().hang(machine.actor(actor), member), "it is not live");
    }

    /** A pending IPI is lost. */
    public Outcome lose(String bell, int member) {
        return fault(bell(bell).take(member), "it is not pending");
    }

    /** The message at a position (unordered: among ascending codes) of a queue is lost. */
    public Outcome lose(String channel, int from, int to, int position) {
        return damage(channel, from, to, queue -> MessageFaults.lost(queue, position));
    }

    /** The message at a position is there twice. */
    public Outcome duplicate(String channel, int from, int to, int position) {
        int capacity = channel(channel).capacity();
        return damage(channel, from, to, queue -> MessageFaults.twice(queue, position, capacity));
    }

    /** The message at a position changes place with the next, a different one. */
    public Outcome reorder(String channel, int from, int to, int position) {
        return damage(channel, from, to, queue -> MessageFaults.swapped(queue, position));
    }

    private Outcome damage(String name, int from, int to, UnaryOperator<List<Long>> change) {
        Channel channel = channel(name);
        List<Long> now = channel.waiting(from, to);
        List<Long> then = change.apply(now);
        boolean can = !then.equals(now);
        if (can) {
            channel.replace(from, to, then);
        }
        return fault(can, "no such message");
    }

    private Outcome fault(boolean happened, String why) {
        turn.commit();
        return happened ? Turn.taken() : refused(why);
    }

    private Doorbell bell(String name) {
        return the(machine.doorbells().get(name), name);
    }

    private Channel channel(String name) {
        return the(machine.channels().get(name), name);
    }

    private static <T> T the(@org.jspecify.annotations.Nullable T found, String name) {
        if (found == null) {
            throw new IllegalArgumentException("the machine has no `" + name + "`");
        }
        return found;
    }

    /** Where a task or handler is. */
    public Place place(String actor, int member, String unit) {
        return crew.of(actor, member).strand(unit).place();
    }

    /** The code in memory of a shared variable's word. */
    public long memory(String variable, int position) {
        return the(machine.words().get(variable), variable).inMemory(position);
    }

    /** A private variable in the words of the protocol; its first value if the member isn't live. */
    public String variable(String actor, int member, String variable) {
        return crew.of(actor, member).units().variable(variable);
    }

    /** How many of an IPI are pending for a member. */
    public int pending(String bell, int member) {
        return bell(bell).pending(member);
    }

    /** Whether a member masks an IPI. */
    public boolean masked(String bell, int member) {
        return bell(bell).isMasked(member);
    }

    /** The life of a member. */
    public Life life(String actor, int member) {
        return machine.lives().of(machine.actor(actor), member);
    }

    /** The owner of a resource's member, coded as {@link dev.baton.runtime.Owners} says. */
    public long owner(String resource, int member) {
        return the(machine.resources().get(resource), resource).owner(member);
    }

    /** Codes of the messages in a queue, oldest first; unordered: ascending. */
    public List<Long> queue(String channel, int from, int to) {
        return channel(channel).waiting(from, to);
    }

    /** What waits in a core's store buffer, oldest first. */
    public List<Store> buffer(Seat seat) {
        return turn.buffers().stores(seat);
    }

    /** Everything above in one text, a line for each thing: what tests compare to see that nothing has changed. */
    public String state() {
        return StateText.of(machine, crew) + turn.buffers().text();
    }

    /** Ends all threads. */
    @Override
    public void close() {
        crew.dismiss();
    }
}
