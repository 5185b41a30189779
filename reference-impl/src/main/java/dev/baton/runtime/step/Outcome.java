package dev.baton.runtime.step;

/** What became of a step that a test granted. */
public sealed interface Outcome {

    /** It was taken. */
    record Taken() implements Outcome {}

    /** The code can't take it now: nothing has changed. */
    record Refused(String why) implements Outcome {}

    /** The step would do what the protocol calls an error: nothing has changed, and nothing more can happen. */
    record Violated(String message) implements Outcome {}

    /** Whether the step was taken. */
    default boolean taken() {
        return this instanceof Taken;
    }
}
