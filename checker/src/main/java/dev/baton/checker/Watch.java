package dev.baton.checker;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Who looks at a run while it goes on. Called from the engine's threads. */
public interface Watch {

    /** Whether the run should stop now (interruption or time). */
    boolean cancelled();

    /**
     * Whether it is the user who wants to stop: then also what was found is given up that takes long to tell. May be
     * called by any thread.
     */
    default boolean interrupted() {
        return cancelled();
    }

    /** How far the run is; called at least once a second in long runs. */
    void progress(Progress progress);

    /** Something that the user should know and that no verdict says; one sentence without its end. */
    default void notice(String sentence) {
        // nobody looks
    }

    /**
     * @param done fraction from 0 to 1, where it can be known
     * @param load of the table of visited states, from 0 to 1
     */
    record Progress(
            String phase,
            OptionalLong distinct,
            OptionalLong generated,
            OptionalLong frontier,
            OptionalInt depth,
            OptionalLong memoryBytes,
            OptionalDouble done,
            OptionalDouble load) {

        /** Of an engine without a table that it knows the load of. */
        public Progress(
                String phase,
                OptionalLong distinct,
                OptionalLong generated,
                OptionalLong frontier,
                OptionalInt depth,
                OptionalLong memoryBytes,
                OptionalDouble done) {
            this(phase, distinct, generated, frontier, depth, memoryBytes, done, OptionalDouble.empty());
        }
    }

    /** Nobody looks, nothing is cancelled. */
    Watch NOBODY = new Watch() {
        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void progress(Progress progress) {
            // nobody looks
        }
    };
}
