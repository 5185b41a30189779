package dev.baton.model.system;

import dev.baton.model.source.Span;
import java.util.Optional;

/**
 * Where an action comes from, in the designer's words.
 *
 * @param actor the kernel, core or environment: {@code Spawn}; for faults the word {@code fault}
 * @param unit the task, handler or action of the actor: {@code sender}; empty for faults
 * @param text what the step does, one line, near to the source: {@code raise bell}
 * @param doc the designer's {@code ///} comment, if it stands on this very thing
 */
public record Origin(Kind kind, String actor, String unit, String text, Optional<String> doc, Span span) {

    public enum Kind {
        /** A statement of a task. */
        TASK,
        /** A statement of an interrupt handler. */
        INTERRUPT,
        /** An {@code action}. */
        ACTION,
        /** An {@code on} handler. */
        HANDLER,
        /** Delivery of an IPI. */
        DELIVERY,
        /** A store leaves a store buffer. */
        DRAIN,
        /** A declared fault. */
        FAULT
    }
}
