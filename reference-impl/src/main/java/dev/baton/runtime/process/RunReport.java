package dev.baton.runtime.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param ended why it is over
 * @param violations what kernels did that the protocol calls an error, or how they failed: {@code Sender[1]: message}
 * @param lives how often kernels were launched
 * @param crashes how often kernels crashed, on purpose or not
 * @param events how many events the log has; 0 without one
 * @param variables private variables of each member whose last life ended in order, in the words of the protocol
 * @param notes what the user should know about how things ran
 */
public record RunReport(
        Ended ended,
        Duration took,
        List<String> violations,
        int lives,
        int crashes,
        long events,
        Map<String, Map<String, String>> variables,
        List<String> notes) {

    /** Why a run is over. */
    public enum Ended {
        /** The time is over. */
        LIMIT,
        /** Nothing can happen any more: all kernels are done, off or dead. */
        DONE,
        /** Nothing can happen any more: kernels run that wait, each for what no other will do. */
        QUIET,
        /** A kernel did what the protocol calls an error, or failed. */
        VIOLATED,
        /** Somebody asked for it. */
        STOPPED
    }
}
