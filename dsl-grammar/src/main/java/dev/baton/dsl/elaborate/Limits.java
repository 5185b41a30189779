package dev.baton.dsl.elaborate;

/**
 * How much of something a text may ask for. What lies above makes no protocol that can be looked at, and would keep the
 * front end or lowering busy for ever.
 */
final class Limits {
    /** The capacity of a sequence, a channel, a store buffer, a queued IPI. */
    static final int CAPACITY = 1024;

    /** How many parts a record has, with those of its fields. */
    static final int PARTS = 1000;

    /** How many nodes a function has, with those of the functions that it uses. */
    static final int FUNCTION = 20_000;

    /** How many times nested {@code for}s copy their statements. */
    static final int COPIES = 4096;

    /** How many calls of procedures are copied in, in a whole protocol. */
    static final int CALLS = 5000;

    /** How deep definitions lead through each other. */
    static final int DEPTH = 150;

    /** How deep expressions are nested, with those of the definitions that they lead through. */
    static final int NESTING = 510;

    /** How deep procedures call each other. */
    static final int PROCEDURES = 50;

    private Limits() {}
}
