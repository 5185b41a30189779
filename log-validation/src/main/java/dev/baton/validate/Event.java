package dev.baton.validate;

import java.util.List;

/**
 * What a line of a log tells.
 *
 * @param line number, from 1
 * @param time when its step began, nanoseconds; the step may have taken effect later
 * @param text what it tells, without the time
 */
record Event(long line, long time, String text, Happening happening) {

    /** What happened. */
    sealed interface Happening {
        /** Of which strand it is; nothing else goes on there at the same time. */
        String strand();

        /** The actor's member that the strand belongs to: {@code Sender[1]}. */
        String member();

        /** A step, or that a unit has ended, which is none. */
        record Step(String strand, String member, Work work, List<Expectation> expected) implements Happening {
            public Step {
                expected = List.copyOf(expected);
            }
        }

        /** A member crashes, or stops for another reason that lies outside it: its last step may not have happened. */
        record Stop(String strand, String member, Work work) implements Happening {}

        /** A member comes back, or is hung: nothing of it goes on meanwhile. */
        record Life(String strand, String member, Work work) implements Happening {}

        /** What last came over a member, a crash say, has taken effect. */
        record Over(String strand, String member) implements Happening {}

        /** A step of nobody: the loss of a message, say. */
        record Fault(String strand, String member, Work work) implements Happening {}

        /** Nothing that the model knows of. */
        record Note(String strand, String member) implements Happening {}
    }
}
