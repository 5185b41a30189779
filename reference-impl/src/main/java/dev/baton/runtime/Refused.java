package dev.baton.runtime;

/**
 * Thrown through the body of {@link Core#atomic} or an action when the step can't be taken after all; the core takes
 * back what the body did. Generated code lets it pass.
 */
public final class Refused extends RuntimeException {

    /** The one there is: it carries nothing. */
    public static final Refused REFUSED = new Refused();

    private Refused() {
        super("refused", null, false, false);
    }
}
