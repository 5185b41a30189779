package dev.baton.checker.explicit.liveness;

/** Nobody waits for the answer any more, or there is no memory to find it. */
final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CancelledException(String reason) {
        super(reason, null, false, false);
    }
}
