package dev.baton.runtime;

/**
 * Thrown through the body of {@link Core#atomic} or an action when the step can't be taken after all; the core takes
 * back what the body did. Generated code lets it pass.
 */
public final class Refused extends RuntimeException {

    /** Carries nothing. */
    public Refused() {
        super("refused", null, false, false);
    }
}
