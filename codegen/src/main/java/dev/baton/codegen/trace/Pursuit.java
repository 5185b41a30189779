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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Drivable good;
    private final Drivable bad;
    private final Counterexample counterexample;
    private final BooleanSupplier stopped;

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
        Map<State, Way> here = new LinkedHashMap<>();
        State first = good.interpreter().initial();
        here.put(first, new Way(first, Optional.empty(), ""));
        for (int i = 0; i < steps.size(); i++) {
            Optional<Map<State, Way>> all = withOwnSteps(here);
            if (all.isEmpty()) {
                return tooFar();
            }
            Map<State, Way> next = after(all.get(), commands.get(i));
            if (next.isEmpty()) {
                boolean fault = steps.get(i).action().origin().kind() == Origin.Kind.FAULT;
                return left(here.values().iterator().next(), commands, i, fault);
            }
            here = next;
        }
        return end(here, commands.size());
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

    private Result left(Way way, List<String> commands, int step, boolean fault) {
        String command = commands.get(step);
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
    private Result end(Map<State, Way> here, int steps) {
        Result.Futile follows = new Result.Futile("the protocol can follow the counterexample to its end");
        boolean round = counterexample.trace().loop().isPresent()
                && counterexample.trace().loop().getAsInt() < steps;
        State last = counterexample.trace().last();
        if (round || bad.interpreter().stopped(last) || bad.goesOn(last).isPresent()) {
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
                new RefusedTrace(counterexample.name(), parameters, List.copyOf(driven), taken, parting));
    }
}
