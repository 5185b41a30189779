package dev.baton.validate;

import dev.baton.model.interpreter.State;
import dev.baton.model.system.ErrorSite;
import dev.baton.trace.why.WhyNot;
import java.util.List;

/**
 * Why a log is no behaviour.
 *
 * @param explained events that are one: all before {@code until}
 * @param line of the first event that can't be explained
 * @param event what it tells
 * @param until the line that tells that the event must have taken effect; the same as {@code line} where it can't even
 *     begin
 * @param errors in which the event, or one that must come before it, could only have ended
 * @param stands where the model may be there, some of them
 * @param ways how many there are in all
 */
public record Refusal(
        long explained, long line, String event, long until, List<ErrorSite> errors, List<Stand> stands, int ways) {
    public Refusal {
        errors = List.copyOf(errors);
        stands = List.copyOf(stands);
    }

    /**
     * A state in which the event can't be.
     *
     * @param differing what the log says of it, and what it is: {@code Sender(1).send at is cas_head}
     * @param pending events that may have happened by then or not, and have not here
     * @param allowed steps that the model can take here
     * @param obstacles why the event's step is not enabled; none where {@code differing} says it
     */
    public record Stand(
            State state,
            List<Difference> differing,
            List<String> pending,
            List<Allowed> allowed,
            List<Obstacle> obstacles) {
        public Stand {
            differing = List.copyOf(differing);
            pending = List.copyOf(pending);
            allowed = List.copyOf(allowed);
            obstacles = List.copyOf(obstacles);
        }
    }

    /**
     * What the log and the model don't agree on.
     *
     * @param name {@code Sender(1).send at}
     * @param said by the log
     * @param is in the model
     */
    public record Difference(String name, String said, String is) {}

    /**
     * A step that the model can take.
     *
     * @param text {@code Sender(1).send if tail == next(h) → false}
     * @param same whether it is of the strand that the event is of
     */
    public record Allowed(String text, boolean same) {}

    /** An action that would be the event, and why it is not enabled. */
    public record Obstacle(String action, WhyNot why) {}
}
