package dev.baton.trace.format;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A message or IPI on its way.
 *
 * @param what its channel or IPI, and its payload: {@code ctl: State { unit: Unit(0) }}
 * @param sent the number of the step that sends it
 * @param ended the number of the step in which it arrives or gets lost; empty if it is still on its way at the end
 */
record Flight(
        Kind kind, String what, Optional<String> from, Optional<String> to, int sent, OptionalInt ended, Fate fate) {

    enum Kind {
        MESSAGE,
        IPI,
        START,
        GIVE
    }

    /** What becomes of it. */
    enum Fate {
        ARRIVED(""),
        PENDING("still on its way"),
        LOST("lost"),
        /** Dropped at once: the target is off or has crashed. */
        DROPPED("dropped: the target is off or has crashed"),
        /** The IPI was pending already. */
        COALESCED("coalesced: already pending");

        private final String words;

        Fate(String words) {
            this.words = words;
        }

        /** What is added to the label; empty for what is as it should be. */
        String words() {
            return words;
        }
    }

    /** {@code bell (lost)}. */
    String label() {
        return fate.words.isEmpty() ? what : what + " (" + fate.words + ")";
    }
}
