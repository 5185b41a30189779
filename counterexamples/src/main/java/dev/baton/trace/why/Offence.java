package dev.baton.trace.why;

import dev.baton.model.expr.Expr;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Action;
import dev.baton.model.system.Property;
import dev.baton.trace.Moment;
import dev.baton.trace.StateEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What offends a property at the end of a trace.
 *
 * @param read the entries that decide
 * @param over of a property of steps, those that decide after the step; {@code read} is then of before
 * @param waited where the system stops, those that keep everybody from going on
 */
record Offence(Set<StateEntry> read, Set<StateEntry> over, Set<StateEntry> waited) {

    static Offence of(Interpreter interpreter, Property property, Trace trace) {
        return switch (property.kind()) {
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, COVER -> {
                Reads reads = new Reads(interpreter.system());
                reads.add(property.left(), Scope.of(moment(interpreter, trace.last())));
                yield new Offence(reads.now(), Set.of(), Set.of());
            }
            case STEP -> {
                State before = trace.state(trace.steps().size() - 1);
                Reads reads = new Reads(interpreter.system());
                reads.add(
                        property.left(),
                        Scope.of(new Moment(0, interpreter.evaluator(before, trace.last()), Environment.EMPTY)));
                yield new Offence(reads.now(), reads.after(), Set.of());
            }
            case DEADLOCK_FREE -> new Offence(blocked(interpreter, trace.last()), Set.of(), Set.of());
            case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO ->
                new Offence(
                        missing(interpreter, property, trace),
                        Set.of(),
                        trace.loop().orElse(0) == trace.steps().size() ? blocked(interpreter, trace.last()) : Set.of());
        };
    }

    private static Moment moment(Interpreter interpreter, State state) {
        return new Moment(0, interpreter.evaluator(state), Environment.EMPTY);
    }

    /** What keeps every task, handler and action from going on. */
    private static Set<StateEntry> blocked(Interpreter interpreter, State state) {
        Set<StateEntry> all = new LinkedHashSet<>();
        for (Action action : interpreter.system().actions()) {
            for (ActionInstances.Instance instance : ActionInstances.of(interpreter, state, action)) {
                if (instance.lacking().isPresent()) {
                    continue;
                }
                Reads reads = new Reads(interpreter.system());
                reads.add(action.guard(), instance.scope());
                // who is elsewhere does not wait here
                if (reads.now().stream().noneMatch(e -> e.variable().name().equals(Access.control(action)))) {
                    all.addAll(reads.now());
                }
            }
        }
        return all;
    }

    private static Set<StateEntry> missing(Interpreter interpreter, Property property, Trace trace) {
        Set<StateEntry> all = new LinkedHashSet<>();
        Optional<Environment> binding = refuting(interpreter, property, trace);
        if (binding.isPresent()) {
            Expr awaited = property.right().orElse(property.left());
            for (State state : again(trace)) {
                all.addAll(Reads.of(
                        interpreter.system(),
                        awaited,
                        Scope.of(new Moment(0, interpreter.evaluator(state), binding.get()))));
            }
        }
        return all;
    }

    /** The states that come again and again. */
    static List<State> again(Trace trace) {
        int loop = trace.loop().orElse(trace.steps().size());
        return IntStream.rangeClosed(
                        Math.min(loop + 1, trace.steps().size()), trace.steps().size())
                .mapToObj(trace::state)
                .toList();
    }

    /** For which values of its outermost quantifiers a liveness property is broken. */
    static Optional<Environment> refuting(Interpreter interpreter, Property property, Trace trace) {
        List<Environment> bindings = new ArrayList<>(interpreter.bindings(property.binders()));
        return bindings.stream()
                .filter(b -> refutes(interpreter, property, trace, b))
                .findFirst();
    }

    private static boolean refutes(Interpreter interpreter, Property property, Trace trace, Environment binding) {
        Expr awaited = property.right().orElse(property.left());
        List<State> all =
                IntStream.range(0, trace.length()).mapToObj(trace::state).toList();
        return switch (property.kind()) {
            case EVENTUALLY -> all.stream().noneMatch(s -> holds(interpreter, awaited, s, binding));
            case ALWAYS_EVENTUALLY -> again(trace).stream().noneMatch(s -> holds(interpreter, awaited, s, binding));
            case EVENTUALLY_ALWAYS -> !again(trace).stream().allMatch(s -> holds(interpreter, awaited, s, binding));
            case LEADS_TO -> {
                int silent = all.size();
                while (silent > 0 && !holds(interpreter, awaited, all.get(silent - 1), binding)) {
                    silent--;
                }
                yield again(trace).stream().noneMatch(s -> holds(interpreter, awaited, s, binding))
                        && all.subList(silent, all.size()).stream()
                                .anyMatch(s -> holds(interpreter, property.left(), s, binding));
            }
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, DEADLOCK_FREE, STEP, COVER -> false;
        };
    }

    private static boolean holds(Interpreter interpreter, Expr predicate, State state, Environment binding) {
        return new Moment(0, interpreter.evaluator(state), binding).is(predicate, true);
    }
}
