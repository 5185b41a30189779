package dev.baton.checker.walk;

import dev.baton.model.system.Action;
import java.util.List;

/** A system made ready for walks. Any number of threads may ask for walkers. */
public interface Walkable {

    /** The engine that takes the steps. */
    String engine();

    /** Of each kind of step its action; an action has several where it has parameters. */
    List<Action> kinds();

    /** One who walks, standing in the first state. */
    Walker walker();
}
