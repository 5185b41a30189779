package dev.baton.checker.walk;

import dev.baton.model.system.TransitionSystem;
import java.util.Optional;

/** A way to take the steps of systems. */
public interface WalkEngine {

    /** The system made ready for walks that look for what is asked; empty if it is beyond this engine. */
    Optional<Walkable> prepare(TransitionSystem system, Asked asked);
}
