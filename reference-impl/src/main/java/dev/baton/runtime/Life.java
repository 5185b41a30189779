package dev.baton.runtime;

/** Whether a member of an actor takes steps; in the order of the model's codes. */
public enum Life {
    /** Not started yet, or halted. */
    OFF,
    /** Takes steps. */
    LIVE,
    /** Died; its private variables are gone. */
    CRASHED,
    /** Takes no more steps, and nobody can tell. */
    HUNG
}
