package dev.baton.checker.explicit.search;

import java.util.List;

/**
 * A transition system as code over packed states. A state is {@link #words} consecutive longs of an array; two states
 * are equal exactly when their words are. Any value of any word may occur.
 *
 * <p>A value without state of its own: any number of threads may call it at once. Nothing here throws for a reachable
 * state, and nothing allocates.
 */
public interface CompiledSystem {

    /** Longs a state, at least 1. */
    int words();

    /** Bits of a state that are in use: the lowest of word 0 first; the others are 0 in every state. */
    int bits();

    /** Kinds of step: an action under one binding of its parameters. They are numbered from 0. */
    int instances();

    /** No state has more successors than this, steps to itself and equal ones counted. */
    int mostSuccessors();

    /** Writes the first state. */
    void initial(long[] to, int at);

    /**
     * Writes all successors of the state at {@code from[at]}: one for each enabled step, always in the same order, also
     * those that are equal to each other or to the state itself.
     *
     * @param to where they go, {@code words} longs each, from {@code to[n * words]} on; there is room for
     *     {@link #mostSuccessors} more
     * @param by {@code by[i]} becomes the instance that led to successor {@code i}: none leads to two
     * @param n how many successors {@code to} holds already
     * @return how many it holds now
     */
    int successors(long[] from, int at, long[] to, int[] by, int n);

    /** Whether stopping in a state is right: it is terminal or shows an error. */
    boolean mayStop(long[] state, int at);

    /**
     * Of the properties that one state decides (at most 64, numbered from 0): bit {@code i} is set if the state decides
     * property {@code i}, that is, refutes an invariant or satisfies a cover.
     */
    long decided(long[] state, int at);

    /** Of the properties that one step decides (at most 64): bit {@code i} is set if the step refutes property i. */
    long refuted(long[] before, int at, long[] after, int then);

    /** How many properties {@link #refuted} knows; 0 if steps need not be looked at. */
    int stepProperties();

    /** Whether {@link #fewerSuccessors} ever does anything. */
    default boolean persistent() {
        return false;
    }

    /**
     * As {@link #successors}, but only those of some steps that are enough: whatever the others do, these stay possible
     * and lead to the same, and no property tells whether they were taken.
     *
     * @return {@code n} if there is no such set of steps in this state
     */
    default int fewerSuccessors(long[] from, int at, long[] to, int[] by, int n) {
        return n;
    }

    /** Index types whose members may be exchanged. */
    default List<Interchange> interchanges() {
        return List.of();
    }

    /**
     * An index type whose members may be exchanged: a state and the one after an exchange behave alike, and no property
     * tells them apart.
     *
     * @param members how many there are
     * @param first the number of the exchange of members 0 and 1; those of the next members follow
     * @param complete whether exchanging members that look alike leaves the state as it is
     */
    record Interchange(String type, int members, int first, boolean complete) {}

    /**
     * How two neighbours look in a state: 1 if the first looks greater than the second, 0 if both look alike, -1 if the
     * second looks greater. An exchange takes the looks with it.
     */
    default int compare(int exchange, long[] state, int at) {
        throw new IllegalArgumentException("no exchange " + exchange);
    }

    /** Exchanges two neighbours in a state. */
    default void exchange(int exchange, long[] state, int at) {
        throw new IllegalArgumentException("no exchange " + exchange);
    }
}
