package dev.baton.codegen.trace;

import dev.baton.codegen.trace.RefusedTrace.Driven;
import dev.baton.codegen.trace.RefusedTrace.Parting;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.system.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Follows a counterexample of a known-bad design with the model of a protocol, as far as it goes.
 *
 * <p>A step of the one is a step of the other if both are the same command. Steps that the bad design doesn't have at
 * all are the protocol's own: it may take any of them in between. A step is refused only if no choice of its own steps
 * so far lets it through. The budgets of faults are the counterexample's: code can't refuse to crash.
 */
public final class Pursuit {
    /** States in which the protocol may be after a step of the counterexample. */
    private static final int MOST = 20_000;
    /** Rounds of a loop. */
    private static final int MOST_ROUNDS = 10_000;

    private final Drivable good;
    private final Drivable bad;
    private final Counterexample counterexample;
    private final BooleanSupplier stopped;
    /** Where the protocol may be now. */
    private Map<State, Way> here = Map.of();

    /** What came of it. */
    public sealed interface Result {

        /** The protocol can't follow it to its end. */
        record Refused(RefusedTrace trace) implements Result {}

        /** Nothing is shown by it. */
        record Futile(String why) implements Result {}
    }

    /** The protocol in a state, and how it came there; {@code command} is empty in the first state. */
    private record Way(State at, Optional<Way> before, String command) {}

    private Pursuit(Drivable good, Drivable bad, Counterexample counterexample, BooleanSupplier stopped) {
        this.good = good;
        this.bad = bad;
        this.counterexample = counterexample;
        this.stopped = stopped;
    }

    /**
     * Follows it.
     *
     * @param stopped whether to give up
     */
    public static Result of(Protocol protocol, Counterexample bad, BooleanSupplier stopped) {
        Optional<String> differ = Shapes.difference(protocol, bad.protocol());
        if (differ.isPresent()) {
            return new Result.Futile(differ.get());
        }
        Drivable good = Drivable.of(Shapes.withFaultsOf(protocol, bad.protocol()));
        return new Pursuit(good, Drivable.of(bad.protocol(), bad.system()), bad, stopped).follow();
    }

    private Result follow() {
        List<Step> steps = counterexample.trace().steps();
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            commands.add(bad.commands().command(counterexample.trace().state(i), steps.get(i)));
        }
        State first = good.interpreter().initial();
        here = Map.of(first, new Way(first, Optional.empty(), ""));
        Optional<Result> parted = follow(commands, 0);
        if (parted.isPresent()) {
            return parted.get();
        }
        int loop = counterexample.trace().loop().orElse(steps.size());
        return loop < steps.size() ? rounds(commands, loop) : end(commands.size());
    }

    /** Goes on along commands from one of them; what comes of it if that doesn't lead to their end. */
    private Optional<Result> follow(List<String> commands, int from) {
        for (int i = from; i < commands.size(); i++) {
            Optional<Map<State, Way>> all = withOwnSteps(here);
            if (all.isEmpty()) {
                return Optional.of(tooFar());
            }
            Map<State, Way> next = after(all.get(), commands.get(i));
            if (next.isEmpty()) {
                return Optional.of(left(here.values().iterator().next(), commands, i));
            }
            here = next;
        }
        return Optional.empty();
    }

    /**
     * Goes round the loop again and again. Once the states in which the protocol may be after a round are those after
     * an earlier one, it can do so for ever.
     */
    private Result rounds(List<String> commands, int loop) {
        List<String> longer = new ArrayList<>(commands);
        Set<Set<State>> seen = new HashSet<>();
        while (seen.add(Set.copyOf(here.keySet()))) {
            int from = longer.size();
            longer.addAll(commands.subList(loop, commands.size()));
            Optional<Result> parted = follow(longer, from);
            if (parted.isPresent()) {
                return parted.get();
            }
            if (seen.size() > MOST_ROUNDS) {
                return new Result.Futile("the protocol can follow the counterexample for " + MOST_ROUNDS + " rounds");
            }
        }
        return new Result.Futile("the protocol can follow the counterexample for ever");
    }

    /** The round of the counterexample's loop in which its step number {@code step} is; 0 before the loop. */
    private int round(int step) {
        int steps = counterexample.trace().steps().size();
        int loop = counterexample.trace().loop().orElse(steps);
        return loop < steps && step >= loop ? 1 + (step - loop) / (steps - loop) : 0;
    }

    /** What can be reached by steps that the bad design doesn't have; empty if that is too much. */
    private Optional<Map<State, Way>> withOwnSteps(Map<State, Way> from) {
        Map<State, Way> all = new LinkedHashMap<>(from);
        Deque<Way> open = new ArrayDeque<>(from.values());
        while (!open.isEmpty()) {
            Way way = open.removeFirst();
            for (Step step : good.interpreter().successors(way.at())) {
                if (step.action().origin().kind() == Origin.Kind.FAULT) {
                    continue;
                }
                String command = good.commands().command(way.at(), step);
                if (!bad.has(command) && !all.containsKey(step.after())) {
                    Way longer = new Way(step.after(), Optional.of(way), command);
                    all.put(step.after(), longer);
                    open.add(longer);
                }
            }
            if (all.size() > MOST || stopped.getAsBoolean()) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    private static Result.Futile tooFar() {
        return new Result.Futile("the protocol has too many steps of its own between those of the counterexample");
    }

    private Map<State, Way> after(Map<State, Way> all, String command) {
        Map<State, Way> next = new LinkedHashMap<>();
        for (Way way : all.values()) {
            for (Step step : good.interpreter().successors(way.at())) {
                if (good.commands().command(way.at(), step).equals(command)) {
                    next.putIfAbsent(step.after(), new Way(step.after(), Optional.of(way), command));
                }
            }
        }
        return next;
    }

    private Result left(Way way, List<String> commands, int step) {
        String command = commands.get(step);
        List<Step> steps = counterexample.trace().steps();
        boolean fault = step < steps.size() && steps.get(step).action().origin().kind() == Origin.Kind.FAULT;
        String where = "step " + (step + 1) + " of the counterexample, `" + command + "`, ";
        if (fault) {
            return new Result.Futile(where + "is a fault, which no code can refuse, and it can't happen there");
        }
        if (step == 0 && !good.has(command)) {
            return new Result.Futile(where + "is its first, and this protocol has no such step, so nothing is refused");
        }
        Parting parting = good.hasUnit(command)
                ? new Parting.Refuses(commands.subList(step, commands.size()))
                : new Parting.Lacks(command);
        return refused(way, step, parting);
    }

    /** The protocol follows to the end: only if the bad design rests there and it can't, they part. */
    private Result end(int steps) {
        Result.Futile follows = new Result.Futile("the protocol can follow the counterexample to its end");
        State last = counterexample.trace().last();
        if (bad.interpreter().stopped(last) || bad.goesOn(last).isPresent()) {
            return follows;
        }
        Optional<Map<State, Way>> all = withOwnSteps(here);
        if (all.isEmpty()) {
            return tooFar();
        }
        if (all.get().keySet().stream().anyMatch(s -> good.goesOn(s).isEmpty())) {
            return follows;
        }
        Way way = here.values().iterator().next();
        return refused(way, steps, new Parting.GoesOn(good.goesOn(way.at()).orElseThrow()));
    }

    private Result refused(Way end, int taken, Parting parting) {
        Deque<Driven> driven = new ArrayDeque<>();
        Way way = end;
        while (way.before().isPresent()) {
            Way before = way.before().get();
            driven.addFirst(new Driven(way.command(), good.sights().changes(before.at(), way.at())));
            way = before;
        }
        List<String> parameters = counterexample.protocol().parameters().stream()
                .map(p -> p.name() + "=" + p.value())
                .toList();
        return new Result.Refused(
                new RefusedTrace(counterexample.name(), parameters, List.copyOf(driven), taken, round(taken), parting));
    }
}
