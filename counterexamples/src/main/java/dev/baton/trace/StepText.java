package dev.baton.trace;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.interpreter.UndefinedException;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.List;
import java.util.OptionalInt;

/** One step from a state that need not be reachable, as text: where it begins, what it changes. */
public final class StepText {
    private StepText() {}

    /** The lines, without a headline. */
    public static List<String> lines(
            TransitionSystem system, Property property, State before, Step step, TraceStyle style) {
        Interpreter interpreter = new Interpreter(system);
        Trace trace = new Trace(before, List.of(step), OptionalInt.empty());
        Page page = new Page(style.width());
        page.text(2, 2, "state before, as far as it is read here or is not as at first", style.ink()::bold);
        (style.full()
                        ? FirstState.lines(system, property, trace, true)
                        : FirstState.anywhere(system, property, trace, interpreter.initial()))
                .forEach(line -> page.text(6, 4, line));
        page.text(2, 2, "step", style.ink()::bold);
        page.add("", steps(interpreter, trace, step, style));
        return page.lines();
    }

    /** What it tells others may have no value where the state is not reachable. */
    private static Page steps(Interpreter interpreter, Trace trace, Step step, TraceStyle style) {
        try {
            return new Steps(interpreter, trace, Why.NOTHING, style).page();
        } catch (UndefinedException e) {
            Page page = new Page(style.width());
            page.text(2, 4, step.action().name());
            Change.between(interpreter.system(), trace.first(), step.after())
                    .forEach(change -> change.lines(page.width() - 6).forEach(line -> page.block(6, 4, line)));
            return page;
        }
    }
}
