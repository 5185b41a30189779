package dev.baton.view;

/** A step that was asked for can't be taken, or an action is not there: a sentence for the user. */
public final class NoSuchStepException extends Exception {
    NoSuchStepException(String message) {
        super(message);
    }
}
