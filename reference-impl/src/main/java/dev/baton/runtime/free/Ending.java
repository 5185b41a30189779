package dev.baton.runtime.free;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a life of a kernel ended, or a thread of it.
 *
 * @param message what was violated, or failed
 */
public record Ending(Kind kind, Optional<String> message) {

    /** How it ended. */
    public enum Kind {
        /** All its tasks are done, and there is nothing else that it could do. */
        FINISHED,
        /** It switched itself off. */
        HALTED,
        /** It was killed, or died. */
        CRASHED,
        /** The run was over. */
        STOPPED,
        /** It did what the protocol calls an error. */
        VIOLATED,
        /** The code, or the runtime, is broken. */
        FAILED
    }

    /** Without a message. */
    public static Ending of(Kind kind) {
        return new Ending(kind, Optional.empty());
    }

    /** By an exception that isn't the protocol's; some of the virtual machine's own have no trace. */
    static Ending failed(Throwable e) {
        String at = Arrays.stream(e.getStackTrace())
                .findFirst()
                .map(place -> " at " + place)
                .orElse("");
        return new Ending(Kind.FAILED, Optional.of(e + at));
    }
}
