package dev.baton.checker;

import dev.baton.model.system.Property;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What an engine has to say.
 *
 * @param answers one for each property of the request, in its order
 * @param distinct reachable states, if all were visited (else empty, or those of an unfinished search with
 *     {@code complete} false)
 * @param generated first states and steps taken, as TLC counts
 * @param depth number of states on the longest shortest path from a first state, as TLC counts (1 for a single state)
 * @param complete whether every reachable state was visited
 */
public record CheckResult(
        List<Answer> answers,
        OptionalLong distinct,
        OptionalLong generated,
        OptionalInt depth,
        boolean complete,
        Duration time) {

    public CheckResult {
        answers = List.copyOf(answers);
    }

    /** Nothing decided, for one reason. */
    public static CheckResult undecided(List<Property> properties, String reason, Duration time) {
        return new CheckResult(
                properties.stream()
                        .map(p -> new Answer(p, new Verdict.Unknown(reason)))
                        .toList(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                false,
                time);
    }

    public record Answer(Property property, Verdict verdict) {}
}
