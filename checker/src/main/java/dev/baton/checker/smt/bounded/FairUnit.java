package dev.baton.checker.smt.bounded;

import com.microsoft.z3.BoolExpr;
import dev.baton.checker.smt.solver.Translation;
import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.fairness.Obligations;
import dev.baton.model.interpreter.FairUnits;
import java.util.ArrayList;
import java.util.List;

/** Somebody to be treated fairly, and what a loop has done for it so far. */
final class FairUnit {
    private final boolean strong;
    private final List<Integer> moves;
    private final Term enabled;
    private final Definitions definitions;
    /** Weak: in the loop it was taken, or could not be. Strong: it was taken. */
    private BoolExpr served;
    /** Strong alone: it could not be taken anywhere in the loop. */
    private BoolExpr never;

    private FairUnit(boolean strong, List<Integer> moves, Term enabled, Definitions definitions) {
        this.strong = strong;
        this.moves = List.copyOf(moves);
        this.enabled = enabled;
        this.definitions = definitions;
        this.served = definitions.truth(false);
        this.never = definitions.truth(true);
    }

    static List<FairUnit> all(SymbolicSystem system, FairUnits fair, Definitions definitions) {
        Obligations obligations = fair.obligations();
        List<FairUnit> units = new ArrayList<>();
        for (int unit = 0; unit < obligations.size(); unit++) {
            List<Integer> moves = new ArrayList<>();
            List<Term> enabled = new ArrayList<>();
            for (Move move : system.moves()) {
                if (fair.of(move.action(), move.arguments()).get(unit)) {
                    moves.add(move.number());
                    enabled.add(changing(system, move));
                }
            }
            units.add(new FairUnit(
                    obligations.strong().get(unit), moves, system.terms().any(enabled), definitions));
        }
        return units;
    }

    /** When a move is possible and changes the state. */
    private static Term changing(SymbolicSystem system, Move move) {
        Terms terms = system.terms();
        List<Term> differences = new ArrayList<>();
        move.changes().forEach((number, value) -> {
            Leaf leaf = system.leaves().get(number);
            differences.add(terms.not(terms.equal(leaf.now(), value)));
        });
        return terms.both(move.guard(), terms.any(differences));
    }

    /** Whether it can change a state. */
    BoolExpr enabled(Translation state) {
        return state.truth(enabled);
    }

    /**
     * Follows one step more.
     *
     * @param state before it
     * @param taken the moves that are this step
     * @param looping whether the step is part of the loop
     */
    void follow(Translation state, List<BoolExpr> taken, BoolExpr looping) {
        BoolExpr here = definitions.any(moves.stream().map(taken::get).toArray(BoolExpr[]::new));
        BoolExpr disabled = definitions.not(enabled(state));
        BoolExpr serving = strong ? here : definitions.any(here, disabled);
        served = definitions.name(definitions.any(served, definitions.all(looping, serving)));
        if (strong) {
            never = definitions.name(definitions.all(never, definitions.any(definitions.not(looping), disabled)));
        }
    }

    /** Whether going round owes it nothing. */
    BoolExpr owedNothing() {
        return strong ? definitions.any(served, never) : served;
    }
}
