package dev.baton.checker.smt.certificate;

import java.time.Duration;

/** What a solver says of an obligation. */
public sealed interface Answer {

    /** There is no solution, as it should be. */
    record Proved() implements Answer {}

    /** There is one: the obligation does not hold. */
    record Refuted() implements Answer {}

    /** @param reason why the solver did not say; completes "not checked: …" */
    record Unknown(String reason) implements Answer {
        /** It was asked for so long, and did not say. */
        static Unknown late(Duration patience) {
            long millis = patience.toMillis();
            return new Unknown("no answer within " + (millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms"));
        }
    }
}
