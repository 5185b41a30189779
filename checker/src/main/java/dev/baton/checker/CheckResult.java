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
 * @param complete whether every reachable state was visited, or with reductions one that stands for it
 * @param reductions those that the engine knows, applied or not; {@code distinct}, {@code generated} and {@code depth}
 *     are of what was visited
 */
public record CheckResult(
        List<Answer> answers,
        OptionalLong distinct,
        OptionalLong generated,
        OptionalInt depth,
        boolean complete,
        Duration time,
        List<Reduction> reductions) {

    public CheckResult {
        answers = List.copyOf(answers);
        reductions = List.copyOf(reductions);
    }

    /** The answer of an engine that knows no reductions. */
    public CheckResult(
            List<Answer> answers,
            OptionalLong distinct,
            OptionalLong generated,
            OptionalInt depth,
            boolean complete,
            Duration time) {
        this(answers, distinct, generated, depth, complete, time, List.of());
    }

    /** Whether fewer states were visited than there are. */
    public boolean reduced() {
        return reductions.stream().anyMatch(Reduction::applied);
    }

    public record Answer(Property property, Verdict verdict) {}
}
