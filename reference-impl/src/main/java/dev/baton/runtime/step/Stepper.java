package dev.baton.runtime.step;

import dev.baton.runtime.Life;
import dev.baton.runtime.Machine;
import dev.baton.runtime.Seat;
import dev.baton.runtime.SharedMemory;
import java.util.List;
import java.util.function.Function;

/**
 * Drives a machine one step at a time. Each task and handler has a thread of its own, but one runs at a time, when a
 * step is granted to it. What is refused changes nothing. Not for several threads.
 *
 * @param <M> the generated machine
 */
public final class Stepper<M extends Machine> implements AutoCloseable {

    private Stepper() {}

    /** A machine in its first state. */
    public static <M extends Machine> Stepper<M> of(Function<SharedMemory, M> protocol) {
        throw new UnsupportedOperationException();
    }

    /** The machine, for what else a test wants to see. */
    public M machine() {
        throw new UnsupportedOperationException();
    }

    /**
     * Grants the next step of a task, or of a handler that runs, if it stands at this label.
     *
     * @param choices what {@link dev.baton.runtime.Core#choose} and its like take in this step, in order: branches by
     *     number, elements and messages of unordered channels by code; what isn't given is way 0, or the first element
     */
    public Outcome grant(String actor, int member, String unit, String label, long... choices) {
        throw new UnsupportedOperationException();
    }

    /**
     * Grants an action or {@code on} handler.
     *
     * @param arguments codes of its parameters; of a handler of several senders: the sender's number
     */
    public Outcome act(String actor, int member, String unit, long[] arguments, long... choices) {
        throw new UnsupportedOperationException();
    }

    /** Delivers a pending IPI: the handler then stands at its first step, or is at rest again if it has none. */
    public Outcome deliver(String actor, int member, String bell) {
        throw new UnsupportedOperationException();
    }

    /** The oldest store of a core's store buffer reaches memory. */
    public Outcome drain(Seat seat) {
        throw new UnsupportedOperationException();
    }

    /** A live member crashes. */
    public Outcome crash(String actor, int member) {
        throw new UnsupportedOperationException();
    }

    /** A crashed member comes back. */
    public Outcome restart(String actor, int member) {
        throw new UnsupportedOperationException();
    }

    /** A live member hangs. */
    public Outcome hang(String actor, int member) {
        throw new UnsupportedOperationException();
    }

    /** A pending IPI is lost. */
    public Outcome lose(String bell, int member) {
        throw new UnsupportedOperationException();
    }

    /** The message at a position (unordered: among ascending codes) of a queue is lost. */
    public Outcome lose(String channel, int from, int to, int position) {
        throw new UnsupportedOperationException();
    }

    /** The message at a position is there twice. */
    public Outcome duplicate(String channel, int from, int to, int position) {
        throw new UnsupportedOperationException();
    }

    /** The message at a position changes place with the next, a different one. */
    public Outcome reorder(String channel, int from, int to, int position) {
        throw new UnsupportedOperationException();
    }

    /** Where a task or handler is. */
    public Place place(String actor, int member, String unit) {
        throw new UnsupportedOperationException();
    }

    /** The code in memory of a shared variable's word. */
    public long memory(String variable, int position) {
        throw new UnsupportedOperationException();
    }

    /** A private variable in the words of the protocol; its first value if the member isn't live. */
    public String variable(String actor, int member, String variable) {
        throw new UnsupportedOperationException();
    }

    /** How many of an IPI are pending for a member. */
    public int pending(String bell, int member) {
        throw new UnsupportedOperationException();
    }

    /** Whether a member masks an IPI. */
    public boolean masked(String bell, int member) {
        throw new UnsupportedOperationException();
    }

    /** The life of a member. */
    public Life life(String actor, int member) {
        throw new UnsupportedOperationException();
    }

    /** The owner of a resource's member, coded as {@link dev.baton.runtime.Owners} says. */
    public long owner(String resource, int member) {
        throw new UnsupportedOperationException();
    }

    /** Codes of the messages in a queue, oldest first; unordered: ascending. */
    public List<Long> queue(String channel, int from, int to) {
        throw new UnsupportedOperationException();
    }

    /** What waits in a core's store buffer, oldest first. */
    public List<Store> buffer(Seat seat) {
        throw new UnsupportedOperationException();
    }

    /** A store on its way to memory. */
    public record Store(String variable, int position, long value) {}

    /** Everything above in one text, a line for each thing: what tests compare to see that nothing has changed. */
    public String state() {
        throw new UnsupportedOperationException();
    }

    /** Ends all threads. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
