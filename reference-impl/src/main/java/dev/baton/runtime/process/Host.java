package dev.baton.runtime.process;

import dev.baton.runtime.Actor;
import dev.baton.runtime.log.LogRing;
import java.io.IOException;
import java.util.List;

/** Where kernels run. */
interface Host extends AutoCloseable {

    /** Makes the rings that a life of a member logs into; none if nothing is logged. */
    List<LogRing> rings(Actor actor, int member) throws IOException;

    /** Starts a live member. */
    Running launch(Actor actor, int member, List<LogRing> rings) throws IOException;

    /** What the user should know about how things run here; one sentence each. */
    List<String> notes();

    @Override
    void close();
}
