package dev.baton.reference.bench;

import java.util.Optional;

/** A sender or reader that runs. */
interface Side {
    /** How many messages it has sent, or read, by now; may be asked by any thread. */
    long passed();

    /** Why it runs no more, if it doesn't. */
    Optional<String> ended();

    /** Ends it, and waits until it has ended. */
    void stop() throws InterruptedException;
}
