package dev.baton.view;

import dev.baton.model.source.Span;

/**
 * A step that can be taken now.
 *
 * @param id see {@link dev.baton.trace.StepId}
 * @param kind of its origin, in lower case
 */
public record Choice(String id, String who, String what, int lane, String kind, Span source, boolean fault) {}
