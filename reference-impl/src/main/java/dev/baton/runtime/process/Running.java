package dev.baton.runtime.process;

import dev.baton.runtime.free.Ending;
import dev.baton.runtime.log.LogRing;
import java.util.List;
import java.util.Map;

/** One life of a kernel that was launched. */
interface Running {

    /** Whether any of its code runs. */
    boolean isRunning();

    /** How it ended; to be asked once it runs no more. */
    Ending ending();

    /** Kills it, as a crash would. */
    void kill();

    /** Its rings, for the log. */
    List<LogRing> rings();

    /** Its private variables at the end, in the words of the protocol, as far as they are known. */
    Map<String, String> variables();
}
