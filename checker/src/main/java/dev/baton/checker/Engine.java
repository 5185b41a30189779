package dev.baton.checker;

import java.util.Optional;

/** A way to decide properties of a system. A value without state of its own; runs do not know of each other. */
public interface Engine {

    /** What {@code --engine} calls it. */
    String name();

    /** Why it can't serve this request ("no, because …"), asked before any work; empty if it can. */
    Optional<String> refuses(CheckRequest request);

    /**
     * Decides. Does not throw for what a user can cause: a property that could not be decided is
     * {@link Verdict.Unknown} with the reason. Polls {@code watch} often: within a second of {@link Watch#cancelled()}
     * it returns what is known.
     */
    CheckResult check(CheckRequest request, Watch watch);
}
