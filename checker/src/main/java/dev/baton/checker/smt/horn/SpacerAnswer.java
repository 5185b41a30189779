package dev.baton.checker.smt.horn;

import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Quantifier;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Operator;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Valuation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Spacer says of a system, read back. */
final class SpacerAnswer {
    private final SymbolicSystem system;

    SpacerAnswer(SymbolicSystem system) {
        this.system = system;
    }

    /** Of conjunctions with {@code forall x: reached(x) = …} in them; without any, no state at all need be excluded. */
    Outcome invariant(BoolExpr[] facts) {
        Deque<Expr<?>> todo = new ArrayDeque<>(List.of(facts));
        boolean plain = true;
        while (!todo.isEmpty()) {
            Expr<?> expr = todo.remove();
            if (expr.isAnd()) {
                todo.addAll(List.of(expr.getArgs()));
            } else if (expr instanceof Quantifier quantifier) {
                todo.add(quantifier.getBody());
            } else if (expr.isEq() && isReached(expr.getArgs()[0])) {
                return new Outcome.Proved(Optional.of(clauses(expr)), "Horn clauses");
            } else {
                plain &= expr.isTrue();
            }
        }
        return plain
                ? new Outcome.Proved(Optional.of(List.of()), "Horn clauses")
                : new Outcome.Undecided("its invariant can't be read");
    }

    private boolean isReached(Expr<?> expr) {
        return expr.isApp()
                && expr.getFuncDecl().getName().toString().equals(HornText.REACHED)
                && expr.getNumArgs() == system.leaves().size();
    }

    private List<Term> clauses(Expr<?> equation) {
        Map<Integer, Term> variables = new HashMap<>();
        Expr<?>[] head = equation.getArgs()[0].getArgs();
        for (Leaf leaf : system.leaves()) {
            if (head[leaf.number()].isVar()) {
                variables.put(head[leaf.number()].getIndex(), leaf.now());
            }
        }
        Term body = new Reading(system.terms(), variables).term(equation.getArgs()[1]);
        return body.operator() == Operator.AND ? body.args() : List.of(body);
    }

    /** A shortest way from the first state to a bad one that comes by none but states that are said to be reached. */
    Outcome way(BoolExpr[] facts, Term bad) {
        Set<List<Long>> said = new HashSet<>();
        for (BoolExpr fact : facts) {
            if (isReached(fact)) {
                bits(fact).ifPresent(said::add);
            }
        }
        List<Long> first =
                system.leaves().stream().map(leaf -> leaf.initial().value()).toList();
        Map<List<Long>, List<Move>> ways = new HashMap<>(Map.of(first, List.of()));
        Deque<List<Long>> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            List<Long> bits = open.remove();
            List<Move> way = ways.getOrDefault(bits, List.of());
            Valuation now = new Valuation(symbol -> bits.get(system.leaf(symbol).number()));
            if (now.isTrue(bad)) {
                return new Outcome.Refuted(way);
            }
            for (Move move : system.moves()) {
                if (now.isTrue(move.guard())) {
                    List<Long> next = new ArrayList<>(bits);
                    move.changes().forEach((leaf, value) -> next.set(leaf, now.bits(value)));
                    if (said.contains(next) && !ways.containsKey(next)) {
                        List<Move> longer = new ArrayList<>(way);
                        longer.add(move);
                        ways.put(next, longer);
                        open.add(next);
                    }
                }
            }
        }
        return new Outcome.Undecided("it says that bad states are reached, and its way can't be walked");
    }

    private static Optional<List<Long>> bits(BoolExpr fact) {
        List<Long> bits = new ArrayList<>();
        for (Expr<?> value : fact.getArgs()) {
            if (value instanceof BitVecNum number) {
                bits.add(number.getBigInteger().longValue());
            } else if (value.isTrue() || value.isFalse()) {
                bits.add(value.isTrue() ? 1L : 0L);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(bits);
    }
}
