package dev.baton.checker.smt.proof;

import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.term.Term;
import java.util.List;
import java.util.Optional;

/** What came of an attempt to prove that no bad state is reached. */
public sealed interface Outcome {

    /**
     * None is.
     *
     * @param invariant clauses that, together with what was known and {@code wellFormed}, hold in the first state, are
     *     kept by every step, and exclude the bad states; empty if the proof has none (k-induction beyond 1)
     * @param measure how far it went, in words: {@code 9 frames}
     */
    record Proved(Optional<List<Term>> invariant, String measure) implements Outcome {}

    /**
     * One is.
     *
     * @param moves from the first state to a bad one; not always the fewest
     */
    record Refuted(List<Move> moves) implements Outcome {
        public Refuted {
            moves = List.copyOf(moves);
        }
    }

    /**
     * Nothing was shown.
     *
     * @param learned clauses that an attempt at an invariant had by then, those that hold farthest first
     */
    record Undecided(String reason, List<Learned> learned) implements Outcome {
        public Undecided {
            learned = List.copyOf(learned);
        }

        public Undecided(String reason) {
            this(reason, List.of());
        }
    }

    /**
     * A clause on the way to an invariant.
     *
     * @param standing how far it is known to hold; completes "it holds …"
     */
    record Learned(Term clause, String standing) {
        /** The standing of what was looked up in all of them. */
        public static final String REACHABLE = "in all reachable states";
    }
}
