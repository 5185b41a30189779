package dev.baton.checker.explicit.liveness;

/** Nobody waits for the answer any more, or there is no room to find it. */
final class GivenUpException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient LivenessAnswer answer;

    GivenUpException(LivenessAnswer answer) {
        super(answer.toString(), null, false, false);
        this.answer = answer;
    }

    /** What is to be said instead. */
    LivenessAnswer answer() {
        return answer;
    }
}
