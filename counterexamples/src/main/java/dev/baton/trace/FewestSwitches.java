package dev.baton.trace;

import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The same steps in an order that is easier to follow: each actor takes its own as before, but the story goes from one
 * actor to another as seldom as it can and still shows what it showed. For traces without a loop.
 */
public final class FewestSwitches {
    /** So many ways to be in the midst of it are looked at; a longer story is left as it is. */
    private static final int MOST = 20_000;

    private final Interpreter interpreter;
    private final Map<State, List<Step>> successors = new HashMap<>();
    private final List<List<Step>> sequences;

    private FewestSwitches(Interpreter interpreter, List<List<Step>> sequences) {
        this.interpreter = interpreter;
        this.sequences = sequences;
    }

    /** How far each actor is, where that leads, and who came last (-1 at first). */
    private record Midst(List<Integer> done, State state, int last) {}

    /** How a midst was come to, with fewest switches. */
    private record Way(int switches, Optional<Midst> before, Optional<Step> step) {}

    /** @param trace shows something about the property, and so will the result */
    public static Trace of(Interpreter interpreter, Property property, Trace trace) {
        if (trace.loop().isPresent()) {
            return trace;
        }
        Map<String, List<Step>> byActor = new LinkedHashMap<>();
        for (Step step : trace.steps()) {
            byActor.computeIfAbsent(actor(step), _ -> new ArrayList<>()).add(step);
        }
        return new FewestSwitches(interpreter, List.copyOf(byActor.values()))
                .best(property, trace)
                .orElse(trace);
    }

    private static String actor(Step step) {
        boolean one = step.action().parameters().isEmpty()
                || !step.action().parameters().getFirst().name().equals("self");
        return step.action().origin().actor()
                + (one ? "" : " " + step.arguments().getFirst());
    }

    private Optional<Trace> best(Property property, Trace trace) {
        Map<Midst, Way> known = new LinkedHashMap<>();
        Midst start = new Midst(Collections.nCopies(sequences.size(), 0), trace.first(), -1);
        known.put(start, new Way(0, Optional.empty(), Optional.empty()));
        List<Midst> layer = List.of(start);
        for (int i = 0; i < trace.steps().size(); i++) {
            Map<Midst, Way> next = new LinkedHashMap<>();
            for (Midst midst : layer) {
                follow(midst, known, next);
            }
            known.putAll(next);
            if (known.size() > MOST) {
                return Optional.empty();
            }
            layer = List.copyOf(next.keySet());
        }
        // the sort is stable: of equally good ones the first found
        return layer.stream()
                .sorted(Comparator.comparingInt(midst -> way(known, midst).switches))
                .map(midst -> told(trace.first(), midst, known))
                .filter(told -> interpreter.shows(property, told))
                .findFirst();
    }

    private void follow(Midst midst, Map<Midst, Way> known, Map<Midst, Way> next) {
        int switches = way(known, midst).switches;
        for (int actor = 0; actor < sequences.size(); actor++) {
            int done = midst.done.get(actor);
            if (done == sequences.get(actor).size()) {
                continue;
            }
            Optional<Step> step = same(sequences.get(actor).get(done), midst.state);
            if (step.isPresent()) {
                List<Integer> further = new ArrayList<>(midst.done);
                further.set(actor, done + 1);
                Midst there = new Midst(List.copyOf(further), step.get().after(), actor);
                int cost = switches + (midst.last == actor ? 0 : 1);
                Way now = next.get(there);
                if (now == null || cost < now.switches) {
                    next.put(there, new Way(cost, Optional.of(midst), step));
                }
            }
        }
    }

    /** The step of the same action and arguments from another state, if it can be taken there. */
    private Optional<Step> same(Step step, State from) {
        List<Value> arguments = step.arguments();
        return successors.computeIfAbsent(from, interpreter::successors).stream()
                .filter(s -> s.action().name().equals(step.action().name())
                        && s.arguments().equals(arguments))
                .findFirst();
    }

    private static Way way(Map<Midst, Way> known, Midst midst) {
        Way way = known.get(midst);
        if (way == null) {
            throw new IllegalStateException("nobody came here");
        }
        return way;
    }

    private static Trace told(State first, Midst end, Map<Midst, Way> known) {
        List<Step> steps = new ArrayList<>();
        Way way = way(known, end);
        while (way.before.isPresent()) {
            steps.add(way.step.orElseThrow());
            way = way(known, way.before.get());
        }
        Collections.reverse(steps);
        return new Trace(first, steps, OptionalInt.empty());
    }
}
