package dev.baton.trace;

/**
 * How a trace is written.
 *
 * @param width columns; lines are wrapped where that is possible
 * @param full every variable of the first state and every change, also of control, and not only what matters
 */
public record TraceStyle(Ink ink, int width, boolean full) {

    /** No colours, 100 columns, only what matters. */
    public static final TraceStyle PLAIN = new TraceStyle(Ink.PLAIN, 100, false);
}
