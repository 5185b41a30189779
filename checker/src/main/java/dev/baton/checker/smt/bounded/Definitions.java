package dev.baton.checker.smt.bounded;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import dev.baton.checker.smt.solver.Incremental;

/** Gives formulas names in a solver, so that what goes on from step to step stays small. */
final class Definitions {
    private final Context context;
    private final Incremental solver;
    private int names;

    Definitions(Context context, Incremental solver) {
        this.context = context;
        this.solver = solver;
    }

    /** A truth value that nothing is known of. */
    BoolExpr fresh() {
        return context.mkBoolConst("lasso." + names++);
    }

    BoolExpr name(BoolExpr formula) {
        BoolExpr name = fresh();
        solver.add(context.mkEq(name, formula));
        return name;
    }

    BoolExpr truth(boolean value) {
        return context.mkBool(value);
    }

    BoolExpr not(BoolExpr a) {
        return context.mkNot(a);
    }

    BoolExpr all(BoolExpr... parts) {
        return context.mkAnd(parts);
    }

    BoolExpr any(BoolExpr... parts) {
        return context.mkOr(parts);
    }

    BoolExpr implies(BoolExpr a, BoolExpr b) {
        return context.mkImplies(a, b);
    }
}
