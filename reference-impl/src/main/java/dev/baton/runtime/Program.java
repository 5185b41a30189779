package dev.baton.runtime;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/**
 * What a kernel runs, told unit by unit in the order of the text. What has no {@link Seat} named runs on the seat of
 * its kernel.
 */
public interface Program {

    /** A task: runs once, to its end. */
    void task(String unit, Runnable body);

    /** A task placed {@code on core}. */
    void task(String unit, Seat seat, Runnable body);

    /** The handler of an IPI; the unit has the name of the doorbell. */
    void interrupt(Doorbell bell, Runnable handler);

    /** A handler placed {@code on core}. */
    void interrupt(Doorbell bell, Seat seat, Runnable handler);

    /**
     * An action without parameters.
     *
     * @param body evaluates the guard and does the action; false, with nothing changed, if it can't be taken
     */
    void action(Point at, BooleanSupplier body);

    /** An action of one parameter, whose codes are tried one by one. */
    void action(Point at, Codes parameter, LongPredicate body);

    /** An action of several parameters, whose codes are given in order. */
    void action(Point at, List<Codes> parameters, Predicate<long[]> body);

    /** {@code on channel(…)} where the channel has one sender. */
    void handler(Point at, Channel channel, BooleanSupplier body);

    /** {@code on channel(…)} where it has several: the body is told the sender's number. */
    void handler(Point at, Channel channel, IntPredicate body);
}
