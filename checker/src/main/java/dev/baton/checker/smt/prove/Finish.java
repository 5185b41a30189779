package dev.baton.checker.smt.prove;

import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.prove.Race.Winner;
import java.time.Duration;
import java.util.Optional;

/**
 * Who has decided. A proof without an invariant leaves no certificate, so the others get some time more to find one
 * that has; it stands if they don't.
 */
final class Finish {
    /** How many times as long as it took may be waited for an invariant, and how long at least. */
    private static final int PATIENCE = 4;

    private static final Duration GRACE = Duration.ofSeconds(3);

    private final long start = System.nanoTime();
    private Optional<Winner> first = Optional.empty();
    private Optional<Winner> bare = Optional.empty();
    private long end;

    synchronized void decided(Winner winner) {
        if (!(winner.outcome() instanceof Outcome.Proved proved)
                || proved.invariant().isPresent()) {
            first = first.isPresent() ? first : Optional.of(winner);
        } else if (bare.isEmpty()) {
            bare = Optional.of(winner);
            long now = System.nanoTime();
            end = now + Math.max(GRACE.toNanos(), PATIENCE * (now - start));
        }
    }

    /** Whether those who are still at it should stop. */
    synchronized boolean over() {
        return first.isPresent() || (bare.isPresent() && System.nanoTime() - end >= 0);
    }

    synchronized Optional<Winner> winner() {
        return first.isPresent() ? first : bare;
    }
}
