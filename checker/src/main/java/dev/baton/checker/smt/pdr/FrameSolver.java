package dev.baton.checker.smt.pdr;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Model;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.solver.Incremental;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.Translation;
import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.StepRelation;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the solver is asked: one step, from the states of a frame. Frames are told apart by assumptions; clauses that
 * are tried for once are retired, and the solver is made anew when there are too many of these.
 */
final class FrameSolver {
    private static final int MOST_RETIRED = 2_000;

    private final SymbolicSystem system;
    private final Session session;
    private final Cells cells;
    private final StepRelation relation;
    private final List<Term> known;
    private final Term bad;
    private final Context context;
    private final Translation translation;
    private final BoolExpr[] now;
    private final BoolExpr[] after;
    private final Map<Expr<?>, Integer> atoms = new HashMap<>();
    private final List<BoolExpr> frames = new ArrayList<>();
    private final List<List<BoolExpr>> clauses = new ArrayList<>();
    private final BoolExpr isBad;
    private final BoolExpr stepping;
    private Incremental solver;
    private int retired;
    private long asked;

    FrameSolver(Task task, Cells cells) {
        this.system = task.system();
        this.session = task.session();
        this.cells = cells;
        this.relation = StepRelation.of(system);
        this.known = task.known();
        this.bad = task.bad();
        this.context = session.context();
        this.translation = Translation.named(context, Term::name);
        this.now = new BoolExpr[cells.atoms()];
        this.after = new BoolExpr[cells.atoms()];
        for (int atom = 0; atom < now.length; atom++) {
            now[atom] = context.mkNot(context.mkBoolConst("is " + atom));
            after[atom] = context.mkNot(context.mkBoolConst("will be " + atom));
            atoms.put(now[atom], atom);
            atoms.put(after[atom], atom);
        }
        this.isBad = context.mkBoolConst("bad");
        this.stepping = context.mkBoolConst("stepping");
        this.solver = fresh();
    }

    private Incremental fresh() {
        Incremental made = new Incremental(session);
        Term some = system.terms().any(relation.taken());
        relation.constraints().stream().filter(c -> c != some).forEach(c -> made.add(translation.truth(c)));
        made.add(context.mkImplies(stepping, translation.truth(some)));
        made.addAtMostOne(relation.taken().stream().map(translation::truth).toList());
        made.add(translation.truth(system.wellFormed()));
        known.forEach(k -> made.add(translation.truth(k)));
        for (int atom = 0; atom < now.length; atom++) {
            made.add(context.mkEq(now[atom], context.mkNot(translation.truth(cells.denied(atom, false)))));
            made.add(context.mkEq(after[atom], context.mkNot(translation.truth(cells.denied(atom, true)))));
        }
        made.add(context.mkImplies(isBad, translation.truth(bad)));
        return made;
    }

    /** One more frame; the first has the first state alone. */
    void addFrame() {
        BoolExpr frame = context.mkBoolConst("frame " + frames.size());
        frames.add(frame);
        clauses.add(new ArrayList<>());
        if (frames.size() == 1) {
            for (Leaf leaf : system.leaves()) {
                say(0, translation.truth(system.terms().equal(leaf.now(), leaf.initial())));
            }
        }
    }

    private void say(int frame, BoolExpr formula) {
        BoolExpr guarded = context.mkOr(context.mkNot(frames.get(frame)), formula);
        clauses.get(frame).add(guarded);
        solver.add(guarded);
    }

    /** No state of a cube is in a frame, or in one before it. */
    void exclude(Cube cube, int frame) {
        say(frame, negation(cube));
    }

    private BoolExpr negation(Cube cube) {
        BoolExpr[] any = new BoolExpr[cube.size()];
        for (int i = 0; i < any.length; i++) {
            any[i] = context.mkNot(now[cube.atoms()[i]]);
        }
        return context.mkOr(any);
    }

    /** A frame holds what was said of it and of those after it. */
    private List<BoolExpr> within(int frame) {
        return new ArrayList<>(frames.subList(frame, frames.size()));
    }

    private boolean satisfiable(List<BoolExpr> assumptions) {
        asked++;
        return solver.satisfiable(assumptions.toArray(BoolExpr[]::new));
    }

    /** A state of a frame that is bad; it need have no step. */
    Optional<Point> badState(int frame) {
        List<BoolExpr> assumptions = within(frame);
        assumptions.add(isBad);
        return satisfiable(assumptions) ? Optional.of(state()) : Optional.empty();
    }

    /** Whether a cube can be reached in one step from a frame. */
    sealed interface Answer {}

    /** It can, from this state. */
    record From(Point state) implements Answer {}

    /** It can't, and neither can a cube that covers it and does not have the first state. */
    record Never(Cube cube) implements Answer {}

    /** @param outside whether only from states that are not in the cube themselves */
    Answer reached(Cube cube, int frame, boolean outside) {
        if (retired > MOST_RETIRED) {
            renew();
        }
        List<BoolExpr> assumptions = within(frame);
        assumptions.add(stepping);
        Optional<BoolExpr> once = Optional.empty();
        if (outside) {
            BoolExpr tried = context.mkBoolConst("tried " + asked);
            solver.add(context.mkOr(context.mkNot(tried), negation(cube)));
            assumptions.add(tried);
            once = Optional.of(tried);
            retired++;
        }
        for (int atom : cube.atoms()) {
            assumptions.add(after[atom]);
        }
        Answer answer = satisfiable(assumptions) ? new From(state()) : new Never(core(cube));
        once.ifPresent(tried -> solver.add(context.mkNot(tried)));
        return answer;
    }

    private void renew() {
        solver = fresh();
        clauses.forEach(of -> of.forEach(solver::add));
        retired = 0;
    }

    private Cube core(Cube cube) {
        Set<Expr<?>> core = solver.core();
        List<Integer> needed = new ArrayList<>();
        for (int atom : cube.atoms()) {
            if (core.contains(after[atom])) {
                needed.add(atom);
            }
        }
        Cube found = Cube.of(needed);
        return cells.hasInitial(found) ? found.with(cells.excluding(cube)) : found;
    }

    private Point state() {
        Model model = solver.model();
        long[] state = new long[system.leaves().size()];
        for (Leaf leaf : system.leaves()) {
            state[leaf.number()] = Incremental.bits(model, translation.of(leaf.now()));
        }
        return new Point(state);
    }
}
