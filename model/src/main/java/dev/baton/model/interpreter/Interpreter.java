package dev.baton.model.interpreter;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.system.Action;
import dev.baton.model.system.Arrow;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a system means: its first state, the steps from a state, and what holds in it. */
public final class Interpreter {
    private final TransitionSystem system;
    private final Lookup lookup;
    private final Runnable tick;

    public Interpreter(TransitionSystem system) {
        this(system, () -> {});
    }

    /** @param tick run again and again while expressions are evaluated; what it throws ends that */
    Interpreter(TransitionSystem system, Runnable tick) {
        this.system = system;
        this.lookup = new Lookup(system.variables());
        this.tick = tick;
    }

    public TransitionSystem system() {
        return system;
    }

    /** The first state. */
    public State initial() {
        Evaluator nowhere = evaluator(new State(List.of()));
        return new State(system.variables().stream()
                .map(variable -> nowhere.value(variable.init(), Environment.EMPTY))
                .toList());
    }

    /** What expressions mean in a state. */
    public Evaluator evaluator(State state) {
        return new Evaluator(lookup, state, Optional.empty(), tick);
    }

    /** What expressions mean over a step: primed reads are of the state after. */
    public Evaluator evaluator(State before, State after) {
        return new Evaluator(lookup, before, Optional.of(after), tick);
    }

    /** Whether a predicate holds in a state. */
    public boolean holds(Expr predicate, State state) {
        return evaluator(state).holds(predicate, Environment.EMPTY);
    }

    /** Whether stopping in a state is right. */
    public boolean terminal(State state) {
        return system.terminal().filter(predicate -> holds(predicate, state)).isPresent();
    }

    /** Whether the error variable shows an error, so that nothing can follow. */
    public boolean stopped(State state) {
        return system.error()
                .filter(error ->
                        !state.get(lookup.position(error.variable())).equals(new Value.EnumMember(error.type(), 0)))
                .isPresent();
    }

    /**
     * The steps from a state: one for each action and each binding of its parameters under which it is enabled, in the
     * order of the actions, then of the bindings. Steps to the same state, or to the state itself, are all there.
     */
    public List<Step> successors(State state) {
        List<Step> steps = new ArrayList<>();
        Evaluator at = evaluator(state);
        for (Action action : system.actions()) {
            bind(action, anything(action), List.of(), Environment.EMPTY, state, at, steps);
        }
        return steps;
    }

    /** Those of {@link #successors(State)} that are steps of one action. */
    public List<Step> successors(State state, Action action) {
        return successors(state, action, anything(action));
    }

    private static List<Optional<Value>> anything(Action action) {
        return Collections.nCopies(action.parameters().size(), Optional.empty());
    }

    /**
     * Those of {@link #successors(State, Action)} whose arguments are as given, where something is given. What is given
     * is looked up in the domain of its parameter; only the domains of the others are enumerated.
     *
     * @param given for each parameter of the action
     */
    public List<Step> successors(State state, Action action, List<Optional<Value>> given) {
        List<Step> steps = new ArrayList<>();
        bind(action, given, List.of(), Environment.EMPTY, state, evaluator(state), steps);
        return steps;
    }

    /**
     * The step of one action with these arguments from a state, if it can be taken there: it is then one of
     * {@link #successors}.
     */
    public Optional<Step> take(State state, Action action, List<Value> arguments) {
        return successors(state, action, arguments.stream().map(Optional::of).toList()).stream()
                .findFirst();
    }

    /** The first step, in the order of {@link #successors}, that leads from one state to another. */
    public Optional<Step> step(State before, State after) {
        return successors(before).stream()
                .filter(step -> step.after().equals(after))
                .findFirst();
    }

    /** See {@link Replay}. */
    public Optional<Trace> replay(List<State> states, OptionalInt loop) {
        return Replay.replay(this, states, loop);
    }

    /**
     * Whether a trace is evidence about a property. For invariants its last state refutes it, for {@code step} its last
     * step; a deadlock is its last state, and a cover's witness too. For liveness its loop is closed and fair, and for
     * ever going round refutes the property under some binding of its binders.
     *
     * @param trace a behaviour of this system, as {@link #replay} gives
     */
    public boolean shows(Property property, Trace trace) {
        return new Evidence(this, property, trace).shows();
    }

    /** Who is to be treated fairly. */
    public FairUnits fairUnits() {
        return new FairUnits(this, initial());
    }

    /** All bindings of binders whose domains read no state, in order. */
    public List<Environment> bindings(List<Binder> binders) {
        Evaluator anywhere = evaluator(initial());
        List<Environment> bindings = List.of(Environment.EMPTY);
        for (Binder binder : binders) {
            List<Environment> longer = new ArrayList<>();
            for (Environment binding : bindings) {
                for (Value value : anywhere.elements(binder.domain(), binding)) {
                    longer.add(binding.with(binder.name(), value));
                }
            }
            bindings = longer;
        }
        return bindings;
    }

    /** What a step from a state sends, in the order of the action's arrows; a step into an error sends nothing. */
    public List<Message> arrows(State before, Step step) {
        List<Message> messages = new ArrayList<>();
        if (stopped(step.after())) {
            return List.copyOf(messages);
        }
        Evaluator at = evaluator(before);
        Environment scope = scope(step, at);
        for (Arrow arrow : step.action().arrows()) {
            if (at.holds(arrow.when(), scope)) {
                messages.add(new Message(
                        arrow.kind(),
                        arrow.via(),
                        arrow.from().map(e -> at.value(e, scope)),
                        arrow.to().map(e -> at.value(e, scope)),
                        arrow.payload().map(e -> at.value(e, scope))));
            }
        }
        return List.copyOf(messages);
    }

    /** Those of an action's marks that a step from a state makes. */
    List<Action.Mark> marked(State before, Step step, List<Action.Mark> marks) {
        Evaluator at = evaluator(before);
        Environment scope = scope(step, at);
        return marks.stream().filter(mark -> at.holds(mark.condition(), scope)).toList();
    }

    /** The names that a step's expressions may use. */
    private static Environment scope(Step step, Evaluator at) {
        Action action = step.action();
        Environment locals = Environment.EMPTY;
        for (int i = 0; i < action.parameters().size(); i++) {
            locals = locals.with(
                    action.parameters().get(i).name(), step.arguments().get(i));
        }
        return lets(action, locals, at);
    }

    private void bind(
            Action action,
            List<Optional<Value>> given,
            List<Value> arguments,
            Environment locals,
            State state,
            Evaluator at,
            List<Step> steps) {
        if (arguments.size() == action.parameters().size()) {
            Environment scope = lets(action, locals, at);
            if (at.holds(action.guard(), scope)) {
                steps.add(new Step(action, arguments, after(action, scope, state, at)));
            }
            return;
        }
        tick.run();
        Binder parameter = action.parameters().get(arguments.size());
        Optional<Value> only = given.get(arguments.size());
        List<Value> values = only.isEmpty()
                ? at.elements(parameter.domain(), locals)
                : at.isElement(only.get(), parameter.domain(), locals) ? List.of(only.get()) : List.of();
        for (Value value : values) {
            List<Value> longer = new ArrayList<>(arguments);
            longer.add(value);
            bind(action, given, longer, locals.with(parameter.name(), value), state, at, steps);
        }
    }

    private static Environment lets(Action action, Environment locals, Evaluator at) {
        Environment scope = locals;
        for (Action.Binding let : action.lets()) {
            Environment outer = scope;
            scope = outer.withLazy(let.name(), () -> at.value(let.value(), outer));
        }
        return scope;
    }

    private State after(Action action, Environment scope, State state, Evaluator at) {
        Value[] values = state.values().toArray(Value[]::new);
        for (Action.Check check : action.checks()) {
            if (!at.holds(check.condition(), scope)) {
                TransitionSystem.ErrorSites error = system.error().orElseThrow();
                values[lookup.position(error.variable())] = new Value.EnumMember(error.type(), check.site() + 1);
                return new State(List.of(values));
            }
        }
        for (Action.Update update : action.updates()) {
            values[lookup.position(update.variable())] = at.value(update.value(), scope);
        }
        return new State(List.of(values));
    }
}
