package dev.baton.checker.smt.prove;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import dev.baton.checker.smt.solver.Incremental;
import dev.baton.checker.smt.solver.Translation;
import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.StepRelation;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A step as a solver is told it by an {@link Audit}: the conditions of moves and what faults make of variables hold
 * only where they are assumed, so that cores tell which of them count.
 */
final class AuditedSteps {
    private final Context context;
    private final Map<BoolExpr, Condition> conditions = new LinkedHashMap<>();
    private final Map<BoolExpr, Effect> effects = new LinkedHashMap<>();
    private final BoolExpr stepping;

    /** Says all of it to the solver, and that the state before is well formed. */
    AuditedSteps(SymbolicSystem system, Context context, Incremental solver, Translation now) {
        this.context = context;
        this.stepping = context.mkBoolConst("stepping");
        StepRelation relation = StepRelation.of(system);
        Conditions asked = new Conditions(system);
        List<BoolExpr> symbols = new ArrayList<>();
        for (Condition condition : asked.all()) {
            BoolExpr symbol = context.mkBoolConst("condition " + condition.number());
            symbols.add(symbol);
            conditions.put(symbol, condition);
        }
        for (Move move : system.moves()) {
            BoolExpr taken = now.truth(relation.taken().get(move.number()));
            for (Conditions.Part part : asked.of(move)) {
                BoolExpr assumed = symbols.get(part.condition().number());
                solver.add(context.mkImplies(context.mkAnd(assumed, taken), now.truth(part.term())));
            }
            solver.add(context.mkImplies(taken, now.truth(system.beyond(move))));
        }
        solver.add(context.mkImplies(stepping, now.truth(relation.some())));
        for (Leaf leaf : system.leaves()) {
            List<BoolExpr> any = new ArrayList<>();
            any.add(now.truth(relation.values().get(leaf.number())));
            system.moves().stream()
                    .filter(move -> isFault(move.action()) && move.changes().containsKey(leaf.number()))
                    .forEach(move -> any.add(context.mkAnd(
                            now.truth(relation.taken().get(move.number())),
                            context.mkNot(effect(new Effect(move.action(), leaf.variable()))))));
            solver.add(context.mkOr(any.toArray(BoolExpr[]::new)));
        }
        solver.addAtMostOne(relation.taken().stream().map(now::truth).toList());
        solver.add(now.truth(system.wellFormed()));
    }

    private BoolExpr effect(Effect effect) {
        BoolExpr symbol = context.mkBoolConst(
                "effect " + effect.fault().name() + " " + effect.variable().name());
        effects.put(symbol, effect);
        return symbol;
    }

    static boolean isFault(Action action) {
        return action.origin().kind() == Origin.Kind.FAULT;
    }

    /** To be assumed where a step is meant, and not a state alone. */
    BoolExpr stepping() {
        return stepping;
    }

    /** What cores tell. */
    List<BoolExpr> assumable() {
        List<BoolExpr> all = new ArrayList<>(conditions.keySet());
        all.addAll(effects.keySet());
        return all;
    }

    Set<Condition> conditions(Set<BoolExpr> among) {
        Set<Condition> found = new LinkedHashSet<>();
        conditions.forEach((symbol, condition) -> {
            if (among.contains(symbol)) {
                found.add(condition);
            }
        });
        return found;
    }

    Set<Effect> effects(Set<BoolExpr> among) {
        Set<Effect> found = new LinkedHashSet<>();
        effects.forEach((symbol, effect) -> {
            if (among.contains(symbol)) {
                found.add(effect);
            }
        });
        return found;
    }
}
