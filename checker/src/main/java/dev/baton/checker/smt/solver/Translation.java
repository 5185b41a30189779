package dev.baton.checker.smt.solver;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import dev.baton.checker.smt.term.Sort;
import dev.baton.checker.smt.term.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Terms as Z3's expressions, each translated once. What a symbol becomes is asked of the one who made this. */
public final class Translation {
    private final Context context;
    private final Function<Term, Expr<?>> symbols;
    private final Map<Term, Expr<?>> known = new HashMap<>();

    public Translation(Context context, Function<Term, Expr<?>> symbols) {
        this.context = context;
        this.symbols = symbols;
    }

    /** Symbols as constants of Z3, under the names that a function gives them. */
    public static Translation named(Context context, Function<Term, String> names) {
        return new Translation(context, symbol -> constant(context, names.apply(symbol), symbol.sort()));
    }

    /** A free constant of Z3. */
    public static Expr<?> constant(Context context, String name, Sort sort) {
        return switch (sort) {
            case Sort.Bool _ -> context.mkBoolConst(name);
            case Sort.Bits bits -> context.mkBVConst(name, bits.width());
        };
    }

    public BoolExpr truth(Term term) {
        return (BoolExpr) of(term);
    }

    public Expr<?> of(Term term) {
        Expr<?> found = known.get(term);
        if (found == null) {
            found = translated(term);
            known.put(term, found);
        }
        return found;
    }

    private Expr<?> translated(Term term) {
        return switch (term.operator()) {
            case SYMBOL -> symbols.apply(term);
            case TRUTH -> context.mkBool(term.isTrue());
            case NUMBER -> context.mkBV(Long.toUnsignedString(term.value()), term.width());
            case NOT -> context.mkNot(truth(term.arg(0)));
            case AND -> context.mkAnd(truths(term.args()));
            case OR -> context.mkOr(truths(term.args()));
            case EQUAL -> context.mkEq(of(term.arg(0)), of(term.arg(1)));
            case ITE -> ite(term);
            case ULT -> context.mkBVULT(bits(term, 0), bits(term, 1));
            case SLT -> context.mkBVSLT(bits(term, 0), bits(term, 1));
            case ADD -> context.mkBVAdd(bits(term, 0), bits(term, 1));
            case SUB -> context.mkBVSub(bits(term, 0), bits(term, 1));
            case MUL -> context.mkBVMul(bits(term, 0), bits(term, 1));
            case UDIV -> context.mkBVUDiv(bits(term, 0), bits(term, 1));
            case UREM -> context.mkBVURem(bits(term, 0), bits(term, 1));
            case BITNOT -> context.mkBVNot(bits(term, 0));
            case ZERO_EXTEND -> context.mkZeroExt((int) term.value(), bits(term, 0));
            case SIGN_EXTEND -> context.mkSignExt((int) term.value(), bits(term, 0));
            case LOW_BITS -> context.mkExtract(term.width() - 1, 0, bits(term, 0));
        };
    }

    private Expr<?> ite(Term term) {
        return term.sort() instanceof Sort.Bool
                ? context.mkITE(truth(term.arg(0)), truth(term.arg(1)), truth(term.arg(2)))
                : context.mkITE(truth(term.arg(0)), bits(term, 1), bits(term, 2));
    }

    private BitVecExpr bits(Term term, int i) {
        return (BitVecExpr) of(term.arg(i));
    }

    private BoolExpr[] truths(List<Term> terms) {
        return terms.stream().map(this::truth).toArray(BoolExpr[]::new);
    }
}
