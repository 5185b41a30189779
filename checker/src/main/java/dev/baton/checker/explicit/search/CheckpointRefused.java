package dev.baton.checker.explicit.search;

/** A checkpoint cannot be resumed; the message says why, in one sentence without its end. */
public final class CheckpointRefused extends Exception {

    CheckpointRefused(String message) {
        super(message);
    }

    CheckpointRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
