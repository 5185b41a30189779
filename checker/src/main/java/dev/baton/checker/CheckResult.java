package dev.baton.checker;

import dev.baton.model.coverage.Coverage;
import dev.baton.model.system.Property;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
 * @param complete whether every reachable state was visited, or with reductions one that stands for it
 * @param reductions those that the engine knows, applied or not; {@code distinct}, {@code generated} and {@code depth}
 *     are of what was visited
 * @param coverage what was used of what was written; only if all was visited, and if the engine knows
 */
public record CheckResult(
        List<Answer> answers,
        OptionalLong distinct,
        OptionalLong generated,
        OptionalInt depth,
        boolean complete,
        Duration time,
        List<Reduction> reductions,
        Optional<Coverage> coverage) {

    public CheckResult {
        answers = List.copyOf(answers);
        reductions = List.copyOf(reductions);
    }

    /** Whether fewer states were visited than there are. */
    public boolean reduced() {
        return reductions.stream().anyMatch(Reduction::applied);
    }

    /** Of an engine that knows no reductions, and not what was used of what was written. */
    public CheckResult(
            List<Answer> answers,
            OptionalLong distinct,
            OptionalLong generated,
            OptionalInt depth,
            boolean complete,
            Duration time) {
        this(answers, distinct, generated, depth, complete, time, List.of(), Optional.empty());
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
