package dev.baton.trace;

import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.system.TransitionSystem;

/**
 * What traces call an action, whoever of an indexed actor takes it.
 *
 * @param who the actor and its task, handler or action: {@code Spawn.sender}
 * @param what what it does: {@code raise bell}; empty where {@code who} says it
 * @param where {@code line 27}, or {@code other.baton:27} where it is not in the system's own file; empty if unknown
 */
public record ActionWords(String who, String what, String where) {

    public static ActionWords of(TransitionSystem system, Action action) {
        Origin origin = action.origin();
        String what = origin.text().equals(origin.unit()) ? "" : origin.text();
        return new ActionWords(who(origin), what, where(system, origin.span()));
    }

    private static String who(Origin origin) {
        if (origin.kind() == Origin.Kind.FAULT) {
            return "FAULT";
        }
        String link = origin.kind() == Origin.Kind.DRAIN ? " " : ".";
        return origin.unit().isEmpty() ? origin.actor() : origin.actor() + link + origin.unit();
    }

    static String where(TransitionSystem system, Span span) {
        if (!span.known()) {
            return "";
        }
        return span.file().equals(system.source())
                ? "line " + span.line()
                : span.file().name() + ":" + span.line();
    }
}
