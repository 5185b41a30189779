package dev.baton.view.server;

/** A request that can't be served: a status of 400 to 499, and a sentence. */
final class BadRequest extends Exception {
    private final int status;

    BadRequest(int status, String message) {
        super(message);
        this.status = status;
    }

    Answer answer() {
        return Answer.refusal(status, String.valueOf(getMessage()));
    }
}
