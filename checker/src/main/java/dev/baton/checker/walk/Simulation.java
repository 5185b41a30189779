package dev.baton.checker.walk;

import dev.baton.checker.Verdict;
import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.Watch;
import dev.baton.checker.walk.WalkResult.Answer;
import dev.baton.checker.walk.WalkResult.Ending;
import dev.baton.checker.walk.WalkResult.Taken;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Action;
import dev.baton.model.system.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Walks at random through a system, and looks at every state and step on the way. What is not seen is not decided:
 * nothing here ever holds but a cover that was reached. Liveness needs more than walks that end, and is left undecided.
 */
public final class Simulation {
    private final WalkRequest request;
    private final Walkable walkable;
    private final Interpreter interpreter;

    private Simulation(WalkRequest request, Walkable walkable) {
        this.request = request;
        this.walkable = walkable;
        this.interpreter = new Interpreter(request.system());
    }

    /**
     * Walks. Within a second of {@link Watch#cancelled} it returns what is known.
     *
     * @param walkable the system of the request, made ready for what it asks
     */
    public static WalkResult run(WalkRequest request, Walkable walkable, Watch watch) {
        return new Simulation(request, walkable).run(watch);
    }

    private WalkResult run(Watch watch) {
        long start = System.nanoTime();
        Totals totals = new Totals(request, walkable.kinds().size());
        boolean timedOut = new Crew(request, walkable, totals, watch, start).walk();
        List<Answer> answers = request.asked().properties().stream()
                .map(property -> answer(property, totals))
                .toList();
        return new WalkResult(
                answers,
                totals.steps(),
                totals.walks(),
                totals.deadEnds(),
                taken(totals),
                ending(totals, timedOut),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private Ending ending(Totals totals, boolean timedOut) {
        if (totals.stuck()) {
            return Ending.NO_STEP;
        }
        if (totals.steps() == request.steps().orElse(Long.MAX_VALUE)) {
            return Ending.STEPS;
        }
        if (totals.violated()) {
            return Ending.VIOLATION;
        }
        return timedOut ? Ending.TIMEOUT : Ending.CANCELLED;
    }

    private List<Taken> taken(Totals totals) {
        Map<String, Long> times = new LinkedHashMap<>();
        List<Action> kinds = walkable.kinds();
        for (int i = 0; i < kinds.size(); i++) {
            times.merge(kinds.get(i).name(), totals.taken(i), Long::sum);
        }
        List<Taken> taken = new ArrayList<>();
        for (Action action : request.system().actions()) {
            taken.add(new Taken(action, times.getOrDefault(action.name(), 0L)));
        }
        return taken;
    }

    private Answer answer(Property property, Totals totals) {
        return totals.sighting(property)
                .map(sighting -> new Answer(property, seen(property, sighting), Optional.of(sighting)))
                .orElseGet(() ->
                        new Answer(property, new Verdict.Unknown(unseen(property, totals.steps())), Optional.empty()));
    }

    private Verdict seen(Property property, Sighting sighting) {
        Optional<Trace> trace = Optional.of(trace(property, sighting));
        return property.kind() == Property.Kind.COVER
                ? new Verdict.Holds(new Guarantee.Witness(), trace)
                : new Verdict.Violated(trace, new Guarantee.Counterexample());
    }

    /** The walk without detours, replayed by the interpreter: what it does not confirm is a bug of the engine. */
    private Trace trace(Property property, Sighting sighting) {
        boolean step = property.kind() == Property.Kind.STEP;
        int toKeep = step ? 1 : 0;
        Walker walker = walkable.walker();
        List<State> path = new ArrayList<>(Shortcuts.amongThem(
                interpreter, Shortcuts.withoutLoops(walker, sighting.seed(), sighting.step() - toKeep)));
        if (step) {
            path.add(last(sighting));
        }
        return interpreter
                .replay(path, OptionalInt.empty())
                .filter(trace -> interpreter.shows(property, trace))
                .orElseThrow(() -> new IllegalStateException("the walks of " + walkable.engine()
                        + " and the interpreter disagree on " + property.name() + ": " + path));
    }

    private State last(Sighting sighting) {
        List<State> path = Shortcuts.withoutLoops(walkable.walker(), sighting.seed(), sighting.step());
        return path.getLast();
    }

    private static String unseen(Property property, long steps) {
        String walked = String.format(Locale.ROOT, "%,d random %s", steps, steps == 1 ? "step" : "steps");
        return switch (property.kind()) {
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, DEADLOCK_FREE, STEP -> "no violation in " + walked;
            case COVER -> "not reached in " + walked;
            case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO ->
                "liveness: random walks do not decide it";
        };
    }
}
