package dev.baton.validate;

import java.util.List;

/** What came out of it. */
public sealed interface Verdict {

    /** Properties that every explanation of what was read violates. */
    List<Violation> violations();

    /** How far it came. */
    Count count();

    /**
     * What was read.
     *
     * @param lines of the log
     * @param events those lines that tell of a step, a fault or an end
     * @param hidden steps that no event tells of, in the explanation with the fewest of them
     * @param widest the most ways at once
     * @param steps of the model that were tried
     */
    record Count(long lines, long events, long hidden, int widest, long steps) {}

    /** The log is a behaviour, or the beginning of one. */
    record Accepted(Count count, List<Violation> violations) implements Verdict {
        public Accepted {
            violations = List.copyOf(violations);
        }
    }

    /** The log is no behaviour. */
    record Refused(Count count, List<Violation> violations, Refusal refusal) implements Verdict {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /**
     * It can't be told.
     *
     * @param why a sentence
     * @param line up to which it is a behaviour
     */
    record Undecided(Count count, List<Violation> violations, String why, long line) implements Verdict {
        public Undecided {
            violations = List.copyOf(violations);
        }
    }

    /** The user stopped it; up to where it was it is a behaviour. */
    record Interrupted(Count count, List<Violation> violations) implements Verdict {
        public Interrupted {
            violations = List.copyOf(violations);
        }
    }
}
