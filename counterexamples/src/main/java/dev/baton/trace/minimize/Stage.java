package dev.baton.trace.minimize;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import dev.baton.trace.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where scripts are played, and only those are kept that show something about a property. */
final class Stage {
    private final Interpreter interpreter;
    private final Property property;
    private final Effort effort;

    Stage(Interpreter interpreter, Property property, Effort effort) {
        this.interpreter = interpreter;
        this.property = property;
        this.effort = effort;
    }

    Interpreter interpreter() {
        return interpreter;
    }

    Property property() {
        return property;
    }

    Effort effort() {
        return effort;
    }

    static List<Choice> script(Trace trace) {
        return trace.steps().stream().map(Choice::of).toList();
    }

    /** The step of a choice from a state, if it can be taken there and may be tried. */
    Optional<Step> take(State state, Choice choice) {
        return effort.spend() ? interpreter.take(state, choice.action(), choice.arguments()) : Optional.empty();
    }

    /** The steps of all choices, one after the other; empty if one can't be taken. */
    Optional<List<Step>> play(State from, List<Choice> choices) {
        List<Step> steps = new ArrayList<>();
        State state = from;
        for (Choice choice : choices) {
            Optional<Step> step = take(state, choice);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
            state = step.get().after();
        }
        return Optional.of(steps);
    }

    /** The same without those that can't be taken when their turn comes. */
    List<Step> playable(State from, List<Choice> choices) {
        List<Step> steps = new ArrayList<>();
        State state = from;
        for (Choice choice : choices) {
            Optional<Step> step = take(state, choice);
            if (step.isPresent()) {
                steps.add(step.get());
                state = step.get().after();
            }
        }
        return steps;
    }

    /** What the choices come to from the first state, if it shows what is to be shown. */
    Optional<Trace> showing(State first, List<Choice> choices, OptionalInt loop) {
        return play(first, choices).map(steps -> new Trace(first, steps, loop)).filter(this::shows);
    }

    boolean shows(Trace trace) {
        return interpreter.shows(property, trace);
    }
}
