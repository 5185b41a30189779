package dev.baton.checker.smt.horn;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.BoolSort;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.FuncDecl;
import com.microsoft.z3.Sort;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.solver.Translation;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * A system as constrained Horn clauses in SMT-LIB: that the first state is reached, one rule a move, and what is bad.
 */
final class HornText {
    /** Holds of the states that are reached, a leaf an argument. */
    static final String REACHED = "reached";
    /** Holds if some bad state is. */
    static final String FAILED = "failed";

    private final SymbolicSystem system;
    private final Context context;
    private final Translation translation;
    private final Expr<?>[] state;
    private final FuncDecl<BoolSort> reached;
    private final FuncDecl<BoolSort> failed;
    private final List<BoolExpr> here = new ArrayList<>();
    private final List<BoolExpr> rules = new ArrayList<>();

    private HornText(Task task) {
        this.system = task.system();
        this.context = task.session().context();
        this.translation = Translation.named(context, Term::name);
        this.state = system.leaves().stream().map(l -> translation.of(l.now())).toArray(Expr<?>[]::new);
        Sort[] sorts = List.of(state).stream().map(Expr::getSort).toArray(Sort[]::new);
        this.reached = context.mkFuncDecl(REACHED, sorts, context.mkBoolSort());
        this.failed = context.mkFuncDecl(FAILED, new Sort[0], context.mkBoolSort());
        here.add((BoolExpr) reached.apply(state));
        here.add(translation.truth(system.wellFormed()));
        task.known().forEach(known -> here.add(translation.truth(known)));
    }

    /** The first assertion is that of the first state: a fact, whose symbol is {@link #REACHED}. */
    static String of(Task task) {
        HornText text = new HornText(task);
        text.rules(task.bad());
        int last = text.rules.size() - 1;
        return text.context.benchmarkToSMTString(
                "", "HORN", "unknown", "", text.rules.subList(0, last).toArray(BoolExpr[]::new), text.rules.get(last));
    }

    private void rules(Term bad) {
        Expr<?>[] first =
                system.leaves().stream().map(l -> translation.of(l.initial())).toArray(Expr<?>[]::new);
        rules.add((BoolExpr) reached.apply(first));
        for (Move move : system.moves()) {
            Expr<?>[] after = system.leaves().stream()
                    .map(l -> translation.of(move.changes().getOrDefault(l.number(), l.now())))
                    .toArray(Expr<?>[]::new);
            rules.add(rule(move.guard(), (BoolExpr) reached.apply(after)));
        }
        rules.add(rule(bad, (BoolExpr) failed.apply()));
    }

    private BoolExpr rule(Term condition, BoolExpr head) {
        List<BoolExpr> body = new ArrayList<>(here);
        body.add(translation.truth(condition));
        BoolExpr implication = context.mkImplies(context.mkAnd(body.toArray(BoolExpr[]::new)), head);
        return state.length == 0 ? implication : context.mkForall(state, implication, 1, null, null, null, null);
    }
}
