package dev.baton.checker.walk;

import dev.baton.checker.Verdict;
import dev.baton.model.system.Action;
import dev.baton.model.system.Property;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What walks came by.
 *
 * @param answers one for each property of the request, in its order
 * @param steps taken in all
 * @param walks begun
 * @param deadEnds walks that came to where there is no step
 * @param taken how often each action of the system was taken, in its order
 */
public record WalkResult(
        List<Answer> answers, long steps, long walks, long deadEnds, List<Taken> taken, Ending ending, Duration time) {

    public WalkResult {
        answers = List.copyOf(answers);
        taken = List.copyOf(taken);
    }

    /**
     * What became of a property: violated or (a cover) reached, with the trace; anything else is unknown.
     *
     * @param sighting the walk that showed it
     */
    public record Answer(Property property, Verdict verdict, Optional<Sighting> sighting) {}

    /** An action, and how often it was taken under any binding of its parameters. */
    public record Taken(Action action, long times) {}

    /** Why the walks ended. */
    public enum Ending {
        /** All steps that were asked for were taken. */
        STEPS,
        /** A property was violated after which they were to stop. */
        VIOLATION,
        TIMEOUT,
        /** The {@link dev.baton.checker.Watch} cancelled them. */
        CANCELLED,
        /** There is no step from the first state. */
        NO_STEP
    }
}
