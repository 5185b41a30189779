package dev.baton.trace.why;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Action;
import dev.baton.model.system.Fairness;
import dev.baton.model.system.Origin;
import dev.baton.model.value.Value;
import dev.baton.trace.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who could go on in the loop of a lasso, or where it stops, and never does; and why no fairness makes him. */
final class NeverTaken {
    /** More than these are not named. */
    private static final int MOST = 3;

    private NeverTaken() {}

    private record Unit(Fairness fairness, Optional<Value> member, String who) {}

    static List<String> sentences(Interpreter interpreter, Trace trace) {
        if (trace.loop().isEmpty()) {
            return List.of();
        }
        List<State> again = Offence.again(trace);
        Map<Unit, Integer> enabled = new LinkedHashMap<>();
        for (State state : again) {
            interpreter.successors(state).stream()
                    .filter(s -> !s.after().equals(state))
                    .map(s -> unit(interpreter, s))
                    .flatMap(Optional::stream)
                    .distinct()
                    .forEach(u -> enabled.merge(u, 1, Integer::sum));
        }
        for (int i = trace.loop().getAsInt(); i < trace.steps().size(); i++) {
            unit(interpreter, trace.steps().get(i)).ifPresent(enabled::remove);
        }
        boolean stops = trace.loop().getAsInt() == trace.steps().size();
        List<String> sentences = new ArrayList<>();
        enabled.forEach((unit, times) -> sentences.add(sentence(unit, times == again.size(), stops)));
        return sentences.size() <= MOST ? sentences : sentences.subList(0, MOST);
    }

    private static String sentence(Unit unit, boolean always, boolean stops) {
        String where =
                stops ? "there" : always ? "in every state of the loop" : "in some states of the loop, not in all";
        String fair = switch (unit.fairness.strength()) {
            case UNFAIR -> "no fairness obliges it";
            case WEAK -> "weak fairness obliges only who can go on all the time";
            case STRONG -> "its fairness is strong";
        };
        return unit.who + " could go on " + where + ", but " + fair;
    }

    /** Faults are never owed. */
    private static Optional<Unit> unit(Interpreter interpreter, Step step) {
        Action action = step.action();
        if (action.origin().kind() == Origin.Kind.FAULT) {
            return Optional.empty();
        }
        return interpreter.system().fairness().stream()
                .filter(f -> f.actions().contains(action.name()))
                .findFirst()
                .map(f -> {
                    Optional<Value> member = f.actor().map(_ -> step.arguments().getFirst());
                    return new Unit(f, member, Names.who(action, step.arguments()));
                });
    }
}
