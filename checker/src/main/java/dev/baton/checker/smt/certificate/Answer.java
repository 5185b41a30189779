package dev.baton.checker.smt.certificate;

/** What a solver says of an obligation. */
public sealed interface Answer {

    /** There is no solution, as it should be. */
    record Proved() implements Answer {}

    /** There is one: the obligation does not hold. */
    record Refuted() implements Answer {}

    /** @param reason why the solver did not say; completes "not checked: …" */
    record Unknown(String reason) implements Answer {}
}
