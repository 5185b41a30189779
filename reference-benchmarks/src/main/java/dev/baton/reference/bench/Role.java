package dev.baton.reference.bench;

import dev.baton.runtime.Affinity;

/** Which end of a ring. */
enum Role {
    READER("Receiver", 0),
    SENDER("Sender", 1);

    private final String actor;
    private final int cpu;

    Role(String actor, int cpu) {
        this.actor = actor;
        this.cpu = cpu;
    }

    /** What the protocol calls it. */
    String actor() {
        return actor;
    }

    /** Keeps the calling thread on the CPU of this end, where that is allowed. */
    void pin(Affinity affinity) {
        boolean _ = affinity.pin(cpu);
    }

    Role other() {
        return this == READER ? SENDER : READER;
    }
}
