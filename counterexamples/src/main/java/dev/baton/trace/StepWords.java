package dev.baton.trace;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;

/** A step on one line, as the steps of traces are headed. */
public final class StepWords {
    private StepWords() {}

    /** {@code Spawn(1).sender raise bell}, {@code Kern(0).send(to = Kern(1))}. */
    public static String of(Interpreter interpreter, State before, Step step) {
        StepFacts facts = new StepFacts(interpreter, before, step);
        String what = facts.what();
        return facts.who() + (what.isEmpty() || what.startsWith("(") ? what : " " + what.replaceAll(" +", " "));
    }
}
