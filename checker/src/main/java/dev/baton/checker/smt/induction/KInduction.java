package dev.baton.checker.smt.induction;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Model;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.solver.Incremental;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.checker.smt.solver.Translation;
import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.StepRelation;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.interpreter.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * k-induction with simple paths (Sheeran, Singh and Stålmarck 2000): no bad state within {@code k} steps of the first,
 * and none after {@code k} different states that are not bad, one step after the other. With simple paths it is
 * complete: some {@code k} does, though it may be hopelessly large.
 */
public final class KInduction {
    private final SymbolicSystem system;
    private final Task task;
    private final Context context;
    private final StepRelation relation;
    private final Incremental fromFirst;
    private final Incremental fromAny;
    private final List<Translation> states = new ArrayList<>();

    public KInduction(Task task) {
        this.task = task;
        this.system = task.system();
        this.context = task.session().context();
        this.relation = StepRelation.of(system);
        this.fromFirst = new Incremental(task.session());
        this.fromAny = new Incremental(task.session());
    }

    /**
     * Why plain induction fails: a state that is not bad, and a step from it to one that is. It may be that the first
     * can't be reached.
     */
    public record Obstacle(State before, Move move, State after) {}

    /** What stands in the way at {@code k = 1}. Throws {@link StoppedException}. */
    public Optional<Obstacle> obstacle() {
        addState(0);
        fromAny.add(context.mkNot(at(0).truth(task.bad())));
        addState(1);
        if (!fromAny.satisfiable(fromAny.assumable("bad@1", at(1).truth(task.bad())))) {
            return Optional.empty();
        }
        Model model = fromAny.model();
        return Optional.of(new Obstacle(state(model, 0), moves(model, 1).getFirst(), state(model, 1)));
    }

    public Outcome run() {
        try {
            return search();
        } catch (StoppedException e) {
            return new Outcome.Undecided(e.reason());
        }
    }

    private Outcome search() {
        for (Leaf leaf : system.leaves()) {
            fromFirst.add(at(0).truth(system.terms().equal(leaf.now(), leaf.initial())));
        }
        for (int k = 0; ; k++) {
            task.progress().accept("k = " + k);
            addState(k);
            BoolExpr bad = at(k).truth(task.bad());
            if (fromFirst.satisfiable(fromFirst.assumable("bad@" + k, bad))) {
                return new Outcome.Refuted(moves(fromFirst.model(), k));
            }
            if (k > 0 && !fromAny.satisfiable(fromAny.assumable("bad@" + k, bad))) {
                Term invariant = system.terms().not(task.bad());
                return new Outcome.Proved(k == 1 ? Optional.of(List.of(invariant)) : Optional.empty(), "k = " + k);
            }
            fromFirst.add(context.mkNot(bad));
            fromAny.add(context.mkNot(bad));
        }
    }

    /** Symbols of the state after {@code k} steps; those of the next state too. */
    private Translation at(int k) {
        while (states.size() <= k) {
            int number = states.size();
            states.add(Translation.named(
                    context,
                    symbol -> symbol.name().endsWith("'")
                            ? symbol.name().substring(0, symbol.name().length() - 1) + "@" + (number + 1)
                            : symbol.name() + "@" + number));
        }
        return states.get(k);
    }

    private void addState(int k) {
        for (Incremental solver : List.of(fromFirst, fromAny)) {
            solver.add(at(k).truth(system.wellFormed()));
            task.known().forEach(known -> solver.add(at(k).truth(known)));
            if (k > 0) {
                relation.constraints().forEach(c -> solver.add(at(k - 1).truth(c)));
                solver.addAtMostOne(
                        relation.taken().stream().map(at(k - 1)::truth).toList());
            }
        }
        for (int earlier = 0; earlier < k; earlier++) {
            fromAny.add(different(earlier, k));
        }
    }

    private BoolExpr different(int i, int j) {
        return context.mkOr(system.leaves().stream()
                .map(leaf -> context.mkNot(context.mkEq(at(i).of(leaf.now()), at(j).of(leaf.now()))))
                .toArray(BoolExpr[]::new));
    }

    private List<Move> moves(Model model, int k) {
        List<Move> moves = new ArrayList<>();
        for (int step = 0; step < k; step++) {
            int number = step;
            moves.add(system.moves().stream()
                    .filter(m -> Incremental.bits(
                                    model, at(number).of(relation.taken().get(m.number())))
                            == 1)
                    .findFirst()
                    .orElseThrow());
        }
        return moves;
    }

    private State state(Model model, int k) {
        return system.state(symbol -> Incremental.bits(model, at(k).of(symbol)));
    }
}
