package dev.baton.trace.minimize;

import dev.baton.model.fairness.Graph;
import dev.baton.model.fairness.Lasso;
import dev.baton.model.fairness.LassoQuery;
import dev.baton.model.fairness.ShortestLasso;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.system.Property;
import dev.baton.trace.Effort;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** The lasso with the fewest steps of stem and loop together that breaks a liveness property, then fewest faults. */
public final class ShortLasso {
    /** For each step that is tried by the interpreter so many moves among states that are known. */
    private static final int MOVES = 20;

    private final Interpreter interpreter;
    private final Property property;
    private final LassoSpace space;
    private final Graph graph;
    private final Effort moves;
    private Optional<Trace> best = Optional.empty();
    private boolean all;

    private ShortLasso(Interpreter interpreter, Property property, LassoSpace space, Effort moves) {
        this.interpreter = interpreter;
        this.property = property;
        this.space = space;
        this.graph = space.graph();
        this.moves = moves;
        this.all = space.whole();
    }

    /**
     * @param most steps of stem and loop together
     * @param allowed the actions that may be taken; all others oblige as ever
     * @param steps that may be tried
     * @return what was found, even if it can't be told whether it is the shortest; none only if there is none
     */
    public static Shortest.Answer of(
            Interpreter interpreter,
            Property property,
            State from,
            int most,
            Predicate<Action> allowed,
            Effort effort,
            int steps) {
        Predicate<Action> faults = action -> action.origin().kind() == Origin.Kind.FAULT;
        return of(interpreter, property, from, most, allowed, faults, effort, steps);
    }

    /**
     * The same with as few as possible of other steps than faults.
     *
     * @param counted those steps
     */
    public static Shortest.Answer of(
            Interpreter interpreter,
            Property property,
            State from,
            int most,
            Predicate<Action> allowed,
            Predicate<Action> counted,
            Effort effort,
            int steps) {
        List<Environment> bindings = interpreter.bindings(property.binders());
        // what has come can't be missing any more
        Predicate<State> dead = state -> property.kind() == Property.Kind.EVENTUALLY
                && bindings.stream().allMatch(b -> interpreter.evaluator(state).holds(property.left(), b));
        LassoSpace space = LassoSpace.of(interpreter, from, most, allowed, counted, dead, effort.part(steps));
        ShortLasso search = new ShortLasso(interpreter, property, space, effort.part(steps * MOVES));
        int bound = most;
        for (Environment binding : bindings) {
            search.look(binding, bound);
            bound = search.best.map(t -> t.steps().size()).orElse(bound);
        }
        return search.answer();
    }

    private Shortest.Answer answer() {
        return best.isPresent()
                ? new Shortest.Answer.Found(best.get(), all)
                : all ? new Shortest.Answer.None() : new Shortest.Answer.Unknown();
    }

    private void look(Environment binding, int bound) {
        BitSet left = states(state -> interpreter.evaluator(state).holds(property.left(), binding));
        LassoQuery query = LassoQuery.refuting(
                property.kind(),
                left,
                () -> states(state ->
                        interpreter.evaluator(state).holds(property.right().orElseThrow(), binding)),
                space.size(),
                0);
        ShortestLasso.Answer found = new ShortestLasso(
                        graph, interpreter.fairUnits().obligations(), space::counts, moves::spend)
                .find(query, bound);
        all &= found.all();
        found.lasso()
                .map(this::trace)
                .filter(t -> interpreter.shows(property, t))
                .filter(t -> best.isEmpty() || Cost.of(t).compareTo(Cost.of(best.get())) < 0)
                .ifPresent(t -> best = Optional.of(t));
    }

    private BitSet states(Predicate<State> predicate) {
        BitSet set = new BitSet();
        for (int i = 0; i < space.size(); i++) {
            set.set(i, predicate.test(space.state(i)));
        }
        return set;
    }

    private Trace trace(Lasso lasso) {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < lasso.states().size(); i++) {
            steps.add(space.step(lasso.states().get(i - 1), lasso.states().get(i)));
        }
        return new Trace(space.state(0), steps, OptionalInt.of(lasso.loop()));
    }
}
