package dev.baton.model.interpreter;

import java.util.Optional;

/** Who may cut a search short: for want of time or memory, or because nobody waits for it any more. */
@FunctionalInterface
public interface Budget {

    /**
     * Asked every hundred or so steps, or elements that a quantifier looks at: why the search must stop now, or empty
     * if it may go on.
     */
    Optional<String> exhausted(Progress progress);

    /** A search may take what it likes. */
    Budget UNLIMITED = progress -> Optional.empty();

    /**
     * How far a search is.
     *
     * @param phase what it does: {@code search} or {@code liveness}
     * @param distinct states found
     * @param generated as in {@link Exploration}
     * @param frontier states found whose steps were not taken yet
     * @param depth as in {@link Exploration}
     * @param bytes of memory that the stored graph takes, without the values that states share
     */
    record Progress(String phase, int distinct, long generated, int frontier, int depth, long bytes) {}
}
