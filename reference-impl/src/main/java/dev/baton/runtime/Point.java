package dev.baton.runtime;

import java.util.List;

/**
 * A place before a step of a task, interrupt handler, action or {@code on} handler. Generated kernels list theirs as an
 * enum, so that a point has a number ({@link #ordinal()}) by which logs and tests know it.
 */
public interface Point {

    /** The task, the interrupt's IPI, the action or the handler. */
    String unit();

    /**
     * The label of the place in the lowered protocol; {@code "-"} for actions and {@code on} handlers, which have one
     * place only.
     */
    String label();

    /** The line of the step in the protocol's text, from 1. */
    int line();

    /** Names of the locals that are handed to {@link Core#step(Point)}, in this order; of an action: its parameters. */
    List<String> locals();

    /** The number among the points of its kernel, from 0. */
    int ordinal();
}
