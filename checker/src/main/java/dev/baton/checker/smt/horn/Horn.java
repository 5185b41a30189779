package dev.baton.checker.smt.horn;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.BoolSort;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Fixedpoint;
import com.microsoft.z3.FuncDecl;
import com.microsoft.z3.Params;
import com.microsoft.z3.Quantifier;
import com.microsoft.z3.Status;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.checker.smt.solver.Translation;
import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The system as constrained Horn clauses, one rule a move, given to Spacer. What it proves is read back as terms; that
 * bad states are reached it is not believed to say: the way there is for others to find.
 */
public final class Horn {
    private final Task task;
    private final SymbolicSystem system;
    private final Session session;
    private final Context context;
    private final Translation translation;
    private final Expr<?>[] state;

    public Horn(Task task) {
        this.task = task;
        this.system = task.system();
        this.session = task.session();
        this.context = session.context();
        this.translation = Translation.named(context, Term::name);
        this.state = system.leaves().stream().map(l -> translation.of(l.now())).toArray(Expr<?>[]::new);
    }

    public Outcome run() {
        try {
            return session.ask(this::search);
        } catch (StoppedException e) {
            return new Outcome.Undecided(e.reason());
        }
    }

    private Outcome search() {
        Fixedpoint horn = context.mkFixedpoint();
        Params params = context.mkParams();
        params.add("engine", context.mkSymbol("spacer"));
        params.add("spacer.global", true);
        // else the relation loses arguments, and what is proved can't be read back
        params.add("xform.slice", false);
        params.add("xform.inline_linear", false);
        params.add("xform.inline_eager", false);
        horn.setParameters(params);
        FuncDecl<BoolSort> reached = context.mkFuncDecl(
                "reached",
                system.leaves().stream()
                        .map(l -> translation.of(l.now()).getSort())
                        .toArray(com.microsoft.z3.Sort[]::new),
                context.mkBoolSort());
        FuncDecl<BoolSort> failed = context.mkFuncDecl("failed", new com.microsoft.z3.Sort[0], context.mkBoolSort());
        horn.registerRelation(reached);
        horn.registerRelation(failed);
        rules(horn, reached, failed);
        Status status = horn.query(queries(failed));
        return switch (status) {
            case UNSATISFIABLE -> proved(horn, reached);
            case SATISFIABLE -> new Outcome.Undecided("Spacer: bad states are reached");
            case UNKNOWN -> new Outcome.Undecided("Spacer: " + horn.getReasonUnknown());
        };
    }

    private void rules(Fixedpoint horn, FuncDecl<BoolSort> reached, FuncDecl<BoolSort> failed) {
        Expr<?>[] first =
                system.leaves().stream().map(l -> translation.of(l.initial())).toArray(Expr<?>[]::new);
        horn.addRule(truth(reached.apply(first)), context.mkSymbol("first"));
        List<BoolExpr> here = new ArrayList<>();
        here.add(truth(reached.apply(state)));
        here.add(translation.truth(system.wellFormed()));
        task.known().forEach(known -> here.add(translation.truth(known)));
        for (Move move : system.moves()) {
            Expr<?>[] after = system.leaves().stream()
                    .map(l -> translation.of(move.changes().getOrDefault(l.number(), l.now())))
                    .toArray(Expr<?>[]::new);
            rule(horn, here, move.guard(), truth(reached.apply(after)), "move" + move.number());
        }
        rule(horn, here, task.bad(), truth(failed.apply()), "bad");
    }

    private void rule(Fixedpoint horn, List<BoolExpr> here, Term condition, BoolExpr head, String name) {
        List<BoolExpr> body = new ArrayList<>(here);
        body.add(translation.truth(condition));
        BoolExpr implication = context.mkImplies(context.mkAnd(body.toArray(BoolExpr[]::new)), head);
        BoolExpr closed =
                state.length == 0 ? implication : context.mkForall(state, implication, 1, null, null, null, null);
        horn.addRule(closed, context.mkSymbol(name));
    }

    @SuppressWarnings("unchecked") // there are no arrays of generic types
    private static FuncDecl<BoolSort>[] queries(FuncDecl<BoolSort> relation) {
        return (FuncDecl<BoolSort>[]) new FuncDecl<?>[] {relation};
    }

    private static BoolExpr truth(Expr<BoolSort> expr) {
        return (BoolExpr) expr;
    }

    /** The answer is a conjunction with {@code forall x: reached(x) = …} in it; true if no state at all is bad. */
    private Outcome proved(Fixedpoint horn, FuncDecl<BoolSort> reached) {
        if (horn.getAnswer().isTrue()) {
            return new Outcome.Proved(Optional.of(List.of()), "Horn clauses");
        }
        Deque<Expr<?>> todo = new ArrayDeque<>(List.of(horn.getAnswer()));
        while (!todo.isEmpty()) {
            Expr<?> expr = todo.remove();
            if (expr.isAnd()) {
                todo.addAll(List.of(expr.getArgs()));
            } else if (expr instanceof Quantifier quantifier) {
                todo.add(quantifier.getBody());
            } else if (expr.isEq()
                    && expr.getArgs()[0].isApp()
                    && expr.getArgs()[0].getFuncDecl().equals(reached)) {
                return new Outcome.Proved(Optional.of(invariant(expr)), "Horn clauses");
            }
        }
        return new Outcome.Undecided("Spacer: its answer can't be read");
    }

    private List<Term> invariant(Expr<?> equation) {
        Map<Integer, Term> variables = new HashMap<>();
        Expr<?>[] head = equation.getArgs()[0].getArgs();
        for (Leaf leaf : system.leaves()) {
            if (head[leaf.number()].isVar()) {
                variables.put(head[leaf.number()].getIndex(), leaf.now());
            }
        }
        Terms terms = system.terms();
        Term body = new Reading(terms, variables).term(equation.getArgs()[1]);
        return body.operator() == dev.baton.checker.smt.term.Operator.AND ? body.args() : List.of(body);
    }
}
