package dev.baton.cli;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.trace.StepId;
import dev.baton.trace.StepWords;
import dev.baton.trace.TraceStyle;
import dev.baton.trace.why.WhyNot;
import java.util.List;

/** Why actions can't be taken in a state of a trace, for people. */
final class WhyNotText {
    private WhyNotText() {}

    /** @throws dev.baton.cli.check.UsageException if the trace has no such state, or the protocol no such action */
    static String of(WhyNotQuestion question, Interpreter interpreter, Trace trace, TraceStyle style) {
        int state = question.state(trace);
        List<WhyNot> answers = question.answers(interpreter, trace.state(state));
        StringBuilder text = new StringBuilder();
        text.append(style.ink().bold(where(interpreter, trace, state))).append('\n');
        for (WhyNot answer : answers) {
            for (String line : answer.tree().lines(style.width() - 2)) {
                text.append("  ").append(line).append('\n');
            }
            if (answer.enabled() && state < trace.steps().size() && taken(trace, state, answer)) {
                text.append("  └─ it is the next step of the trace\n");
            }
        }
        if (answers.size() >= WhyNot.MOST) {
            text.append("  Of further values of its parameters nothing is told.\n");
        }
        return text.toString();
    }

    private static boolean taken(Trace trace, int state, WhyNot answer) {
        return StepId.of(trace.steps().get(state)).equals(answer.id());
    }

    private static String where(Interpreter interpreter, Trace trace, int state) {
        return state == 0
                ? "In the first state:"
                : "After step " + state + " ("
                        + StepWords.of(
                                interpreter,
                                trace.state(state - 1),
                                trace.steps().get(state - 1)) + "):";
    }
}
