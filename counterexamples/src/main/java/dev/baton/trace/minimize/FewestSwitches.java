package dev.baton.trace.minimize;

import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The same steps in an order that is easier to follow: each actor takes its own as before, but the story goes from one
 * actor to another as seldom as it can. All orders are looked at, the number of states on the way permitting.
 */
final class FewestSwitches {
    /** So many ways to be in the midst of it are looked at; a longer story is left as it is. */
    private static final int MOST = 5_000;

    /** So many ends are asked whether they will do. */
    private static final int ENDS = 50;

    private final Stage stage;
    private final List<List<Choice>> sequences;

    private FewestSwitches(Stage stage, List<List<Choice>> sequences) {
        this.stage = stage;
        this.sequences = sequences;
    }

    /** How far each actor is, where that leads, and who came last (-1 at first). */
    private record Midst(List<Integer> done, State state, int last) {}

    /** How a midst was come to, with fewest switches. */
    private record Way(int switches, Optional<Midst> before, Optional<Step> step) {}

    /**
     * @param before who acted before the first step; empty if nobody
     * @param end whether an order will do
     * @return empty if there is none, or if there are too many to look at
     */
    static Optional<List<Step>> of(
            Stage stage, State from, List<Choice> script, Optional<String> before, Predicate<List<Step>> end) {
        Map<String, List<Choice>> byActor = new LinkedHashMap<>();
        for (Choice choice : script) {
            byActor.computeIfAbsent(choice.actor(), _ -> new ArrayList<>()).add(choice);
        }
        int last = before.map(List.copyOf(byActor.keySet())::indexOf).orElse(-1);
        return new FewestSwitches(stage, List.copyOf(byActor.values())).best(from, script.size(), last, end);
    }

    private Optional<List<Step>> best(State from, int length, int last, Predicate<List<Step>> end) {
        Map<Midst, Way> known = new LinkedHashMap<>();
        Midst start = new Midst(Collections.nCopies(sequences.size(), 0), from, last);
        known.put(start, new Way(0, Optional.empty(), Optional.empty()));
        List<Midst> layer = List.of(start);
        for (int i = 0; i < length; i++) {
            Map<Midst, Way> next = new LinkedHashMap<>();
            for (Midst midst : layer) {
                follow(midst, known, next);
            }
            known.putAll(next);
            if (known.size() > MOST || stage.effort().spent()) {
                return Optional.empty();
            }
            layer = List.copyOf(next.keySet());
        }
        // the sort is stable: of equally good ones the first found
        return layer.stream()
                .sorted(Comparator.comparingInt(midst -> way(known, midst).switches))
                .limit(ENDS)
                .map(midst -> steps(midst, known))
                .filter(end)
                .findFirst();
    }

    private void follow(Midst midst, Map<Midst, Way> known, Map<Midst, Way> next) {
        int switches = way(known, midst).switches;
        for (int actor = 0; actor < sequences.size(); actor++) {
            int done = midst.done.get(actor);
            if (done == sequences.get(actor).size()) {
                continue;
            }
            Optional<Step> step = stage.take(midst.state, sequences.get(actor).get(done));
            if (step.isPresent()) {
                List<Integer> further = new ArrayList<>(midst.done);
                further.set(actor, done + 1);
                Midst there = new Midst(List.copyOf(further), step.get().after(), actor);
                int cost = switches + (midst.last == actor || midst.last < 0 ? 0 : 1);
                Way now = next.get(there);
                if (now == null || cost < now.switches) {
                    next.put(there, new Way(cost, Optional.of(midst), step));
                }
            }
        }
    }

    private static Way way(Map<Midst, Way> known, Midst midst) {
        Way way = known.get(midst);
        if (way == null) {
            throw new IllegalStateException("nobody came here");
        }
        return way;
    }

    private static List<Step> steps(Midst end, Map<Midst, Way> known) {
        List<Step> steps = new ArrayList<>();
        Way way = way(known, end);
        while (way.before.isPresent()) {
            steps.add(way.step.orElseThrow());
            way = way(known, way.before.get());
        }
        Collections.reverse(steps);
        return steps;
    }
}
