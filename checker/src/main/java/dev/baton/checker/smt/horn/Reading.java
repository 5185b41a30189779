package dev.baton.checker.smt.horn;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.Expr;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.checker.smt.term.Sort;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Z3's expressions as terms: those that Spacer's invariants are made of. */
final class Reading {
    private final Terms terms;
    private final Map<Integer, Term> variables;
    private final Map<Expr<?>, Term> known = new HashMap<>();

    /** @param variables by de Bruijn index */
    Reading(Terms terms, Map<Integer, Term> variables) {
        this.terms = terms;
        this.variables = Map.copyOf(variables);
    }

    /** Throws {@link StoppedException} where it meets what it does not know. */
    Term term(Expr<?> expr) {
        Term found = known.get(expr);
        if (found == null) {
            found = read(expr);
            known.put(expr, found);
        }
        return found;
    }

    private Term read(Expr<?> expr) {
        if (expr.isVar()) {
            Term variable = variables.get(expr.getIndex());
            if (variable == null) {
                throw unreadable(expr);
            }
            return variable;
        }
        if (expr instanceof BitVecNum number) {
            return terms.number(number.getBigInteger().longValue(), number.getSortSize());
        }
        List<Term> args = Stream.of(expr.getArgs()).map(this::term).toList();
        return switch (expr.getFuncDecl().getDeclKind()) {
            case Z3_OP_TRUE -> terms.yes;
            case Z3_OP_FALSE -> terms.no;
            case Z3_OP_NOT -> terms.not(args.get(0));
            case Z3_OP_AND -> terms.all(args);
            case Z3_OP_OR -> terms.any(args);
            case Z3_OP_IMPLIES -> terms.implies(args.get(0), args.get(1));
            case Z3_OP_EQ, Z3_OP_IFF -> terms.equal(args.get(0), args.get(1));
            case Z3_OP_ITE -> terms.choose(args.get(0), args.get(1), args.get(2));
            case Z3_OP_ULT -> terms.below(args.get(0), args.get(1));
            case Z3_OP_ULEQ -> terms.not(terms.below(args.get(1), args.get(0)));
            case Z3_OP_UGT -> terms.below(args.get(1), args.get(0));
            case Z3_OP_UGEQ -> terms.not(terms.below(args.get(0), args.get(1)));
            case Z3_OP_SLT -> terms.belowSigned(args.get(0), args.get(1));
            case Z3_OP_SLEQ -> terms.not(terms.belowSigned(args.get(1), args.get(0)));
            case Z3_OP_SGT -> terms.belowSigned(args.get(1), args.get(0));
            case Z3_OP_SGEQ -> terms.not(terms.belowSigned(args.get(0), args.get(1)));
            case Z3_OP_EXTRACT -> extracted(expr, args.get(0));
            default -> throw unreadable(expr);
        };
    }

    /** Bits {@code high} down to {@code low}: one by comparison, several shifted down by division. */
    private Term extracted(Expr<?> expr, Term from) {
        int high = expr.getFuncDecl().getParameters()[0].getInt();
        int low = expr.getFuncDecl().getParameters()[1].getInt();
        if (!(from.sort() instanceof Sort.Bits) || !(expr instanceof BitVecExpr)) {
            throw unreadable(expr);
        }
        if (low > 0 && low == high) {
            Term upTo = terms.resize(from, high + 1, false);
            Term clear = terms.below(upTo, terms.number(1L << low, high + 1));
            return terms.choose(clear, terms.number(0, 1), terms.number(1, 1));
        }
        Term shifted = low == 0 ? from : terms.divide(from, terms.number(1L << low, from.width()));
        return terms.resize(shifted, high - low + 1, false);
    }

    private static StoppedException unreadable(Expr<?> expr) {
        return new StoppedException(
                "its answer has what can't be read: " + expr.getFuncDecl().getName());
    }
}
