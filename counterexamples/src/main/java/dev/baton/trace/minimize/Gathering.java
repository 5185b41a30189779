package dev.baton.trace.minimize;

import dev.baton.model.interpreter.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * For stories too long to look at all their orders: a run of one actor's steps goes to where that actor acted before,
 * or to where it acts next, wherever the steps between let it pass and fewer switches are left.
 */
final class Gathering {
    private Gathering() {}

    static Trace of(Stage stage, Trace trace) {
        Trace best = trace;
        Optional<Trace> better = Optional.of(trace);
        while (better.isPresent() && !stage.effort().spent()) {
            best = better.get();
            better = better(stage, best);
        }
        return best;
    }

    private static Optional<Trace> better(Stage stage, Trace trace) {
        List<Choice> script = Stage.script(trace);
        Cost cost = Cost.of(script);
        int loop = trace.loop().orElse(script.size());
        for (int from = 0; from < script.size(); from = end(script, from)) {
            int to = end(script, from);
            for (List<Choice> order : moved(script, from, to)) {
                if (Cost.of(order).compareTo(cost) < 0 && staysIn(from, to, loop)) {
                    Optional<Trace> found = stage.showing(trace.first(), order, trace.loop());
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A run that lies across the beginning of the loop stays where it is. */
    private static boolean staysIn(int from, int to, int loop) {
        return to <= loop || from >= loop;
    }

    /** The end of the run of one actor's steps that begins here. */
    private static int end(List<Choice> script, int from) {
        int to = from + 1;
        while (to < script.size()
                && script.get(to).actor().equals(script.get(from).actor())) {
            to++;
        }
        return to;
    }

    private static List<List<Choice>> moved(List<Choice> script, int from, int to) {
        String actor = script.get(from).actor();
        List<List<Choice>> orders = new ArrayList<>();
        for (int i = from - 1; i >= 0; i--) {
            if (script.get(i).actor().equals(actor)) {
                orders.add(joined(
                        script.subList(0, i + 1),
                        script.subList(from, to),
                        script.subList(i + 1, from),
                        script.subList(to, script.size())));
                break;
            }
        }
        for (int i = to; i < script.size(); i++) {
            if (script.get(i).actor().equals(actor)) {
                orders.add(joined(
                        script.subList(0, from),
                        script.subList(to, i),
                        script.subList(from, to),
                        script.subList(i, script.size())));
                break;
            }
        }
        return orders;
    }

    @SafeVarargs
    private static List<Choice> joined(List<Choice>... parts) {
        List<Choice> all = new ArrayList<>();
        for (List<Choice> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
