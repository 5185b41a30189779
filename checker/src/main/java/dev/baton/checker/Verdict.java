package dev.baton.checker;

import dev.baton.model.interpreter.Trace;
import java.util.Optional;
import java.util.OptionalInt;

/** What an engine found out about a property, and how much that is worth. */
public sealed interface Verdict {

    /** The property holds, as far as the guarantee says. */
    record Holds(Guarantee guarantee, Optional<Trace> witness) implements Verdict {
        /** A verdict with nothing to show; covers have a witness, the trace to a state that satisfies them. */
        public static Holds of(Guarantee guarantee) {
            return new Holds(guarantee, Optional.empty());
        }
    }

    /**
     * The property does not hold; for a cover: no reachable state satisfies it, and then there is no trace but a
     * guarantee.
     *
     * @param trace replayed by the interpreter before it is put here
     */
    record Violated(Optional<Trace> trace, Guarantee guarantee) implements Verdict {}

    /** Not decided: time, memory, a bound, an interruption. */
    record Unknown(String reason) implements Verdict {}

    /** How far a verdict reaches. */
    sealed interface Guarantee {

        /** Every reachable state was visited. */
        record AllReachable() implements Guarantee {
            @Override
            public String toString() {
                return "all reachable states";
            }
        }

        /** Every reachable state was visited but for hash collisions of this estimated probability. */
        record AllReachableHashed(double collision) implements Guarantee {
            @Override
            public String toString() {
                return String.format(java.util.Locale.ROOT, "all reachable states (collision %.1e)", collision);
            }
        }

        /**
         * Proved, for behaviours of any length.
         *
         * @param method who found the proof and how, in words: {@code IC3, 9 frames}
         * @param clauses of the inductive invariant, which was checked by a solver of its own; empty if the proof has
         *     none
         */
        record Proof(String method, OptionalInt clauses) implements Guarantee {
            @Override
            public String toString() {
                return "proved (" + method + (clauses.isPresent() ? "; " + count(clauses.getAsInt()) : "") + ")";
            }

            private static String count(int clauses) {
                return clauses == 1 ? "1 clause" : clauses + " clauses";
            }
        }

        /** No violation within so many steps; nothing is said of longer behaviours. */
        record UpToDepth(int steps) implements Guarantee {
            @Override
            public String toString() {
                return "up to " + steps + " steps";
            }
        }

        /**
         * Every reachable state is at most so many steps away, and all behaviours of that length were looked at, as a
         * solver answered.
         */
        record AllWithin(int steps) implements Guarantee {
            @Override
            public String toString() {
                return "all reachable states, within " + steps + (steps == 1 ? " step" : " steps");
            }
        }

        /** A counterexample, replayed by the interpreter. */
        record Counterexample() implements Guarantee {
            @Override
            public String toString() {
                return "counterexample, replayed";
            }
        }

        /**
         * A trace to a state that satisfies a cover, replayed by the interpreter; worth the same in a search cut short.
         */
        record Witness() implements Guarantee {
            @Override
            public String toString() {
                return "witness, replayed";
            }
        }
    }
}
