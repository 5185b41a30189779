package dev.baton.checker.smt.certificate;

import dev.baton.checker.smt.certificate.Places.Place;
import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Operator;
import dev.baton.checker.smt.term.Sort;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Clauses over leaves as expressions of the language, where these have the words: connectives, leaves compared with
 * each other and with what is known. No arithmetic. In a well-formed state both mean the same.
 */
final class ClauseExprs {
    private final SymbolicSystem system;
    private final Places places;
    private final Map<Term, Optional<Expr>> known = new HashMap<>();

    ClauseExprs(SymbolicSystem system) {
        this.system = system;
        this.places = new Places(system.system());
    }

    /** A truth value; empty where the language has no words for it. */
    Optional<Expr> truth(Term term) {
        Optional<Expr> found = known.get(term);
        if (found == null) {
            found = translated(term);
            known.put(term, found);
        }
        return found;
    }

    private Optional<Expr> translated(Term term) {
        return switch (term.operator()) {
            case SYMBOL -> place(term).map(p -> Exprs.and(with(p, p.value())));
            case TRUTH -> Optional.of(term.isTrue() ? Expr.TRUE : Expr.FALSE);
            case NOT -> truth(term.arg(0)).map(Exprs::not);
            case AND -> all(term.args()).map(Exprs::and);
            case OR -> all(term.args()).map(Exprs::or);
            case ITE ->
                all(term.args())
                        .map(parts -> new Expr.If(parts.get(0), parts.get(1), parts.get(2), Type.BOOL, Span.NONE));
            case EQUAL -> equal(term.arg(0), term.arg(1));
            case ULT, SLT -> below(term.arg(0), term.arg(1));
            case NUMBER, ADD, SUB, MUL, UDIV, UREM, BITNOT, ZERO_EXTEND, SIGN_EXTEND, LOW_BITS -> Optional.empty();
        };
    }

    private Optional<List<Expr>> all(List<Term> terms) {
        List<Expr> all = new ArrayList<>();
        for (Term term : terms) {
            Optional<Expr> part = truth(term);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            all.add(part.get());
        }
        return Optional.of(all);
    }

    private Optional<Place> place(Term symbol) {
        return symbol.operator() == Operator.SYMBOL ? places.of(symbol.name()) : Optional.empty();
    }

    private static List<Expr> with(Place place, Expr condition) {
        List<Expr> all = new ArrayList<>(place.present());
        all.add(condition);
        return all;
    }

    private Optional<Expr> equal(Term a, Term b) {
        if (a.sort() instanceof Sort.Bool) {
            return truth(a).flatMap(x -> truth(b).map(y -> Exprs.eq(x, y)));
        }
        if (a.operator() == Operator.NUMBER && b.operator() != Operator.NUMBER) {
            return equal(b, a);
        }
        if (b.operator() == Operator.NUMBER && a.operator() == Operator.SYMBOL) {
            return place(a).map(p -> is(p, system.leaf(a), b.value()));
        }
        return number(a).flatMap(x -> number(b).filter(y -> alike(x, y)).map(y -> Exprs.eq(x, y)));
    }

    private static boolean alike(Expr a, Expr b) {
        return a.type().equals(b.type()) || (natural(a) && natural(b));
    }

    /** That a leaf has a value; one that is not there has the first of its type. */
    private static Expr is(Place place, Leaf leaf, long bits) {
        Optional<Value> value = value(place, leaf, bits);
        if (value.isEmpty()) {
            return Expr.FALSE;
        }
        Expr condition = place.union()
                .<Expr>map(u ->
                        new Expr.Is(place.value(), u.variants().get((int) bits).name(), Span.NONE))
                .orElseGet(() -> Exprs.eq(place.value(), Exprs.literal(value.get(), leaf.type())));
        boolean first = value.get().equals(Domain.first(leaf.type()));
        return first && !place.present().isEmpty()
                ? Exprs.implies(Exprs.and(place.present()), condition)
                : Exprs.and(with(place, condition));
    }

    private static Optional<Value> value(Place place, Leaf leaf, long bits) {
        int width = leaf.now().width();
        return switch (leaf.type()) {
            case Type.Range t -> {
                long value = t.low() < 0 ? bits << (64 - width) >> (64 - width) : bits;
                boolean variant =
                        place.union().map(u -> value < u.variants().size()).orElse(true);
                yield value < t.low() || value > t.high() || !variant
                        ? Optional.empty()
                        : Optional.of(Value.of((int) value));
            }
            case Type.Enumeration t ->
                bits < t.members().size() ? Optional.of(new Value.EnumMember(t, (int) bits)) : Optional.empty();
            case Type.Index t -> bits < t.size() ? Optional.of(new Value.Member(t, (int) bits)) : Optional.empty();
            case Type.Bool _,
                    Type.Struct _,
                    Type.Union _,
                    Type.Option _,
                    Type.SetOf _,
                    Type.Seq _,
                    Type.Bag _,
                    Type.MapOf _ -> throw new IllegalStateException(leaf.type() + " is no number");
        };
    }

    /** Only integers of ranges without negative numbers: as bits they have the order that they have. */
    private Optional<Expr> below(Term a, Term b) {
        Optional<Expr> x = number(a).filter(ClauseExprs::natural);
        Optional<Expr> y = number(b).filter(ClauseExprs::natural);
        return x.flatMap(low -> y.map(high -> Exprs.apply(Op.LT, Type.BOOL, low, high)));
    }

    private static boolean natural(Expr e) {
        return e.type() instanceof Type.Range range && range.low() >= 0;
    }

    private Optional<Expr> number(Term term) {
        if (term.operator() == Operator.NUMBER) {
            return term.value() >= 0 && term.value() <= Integer.MAX_VALUE
                    ? Optional.of(Exprs.literal((int) term.value()))
                    : Optional.empty();
        }
        Term symbol = term.operator() == Operator.ZERO_EXTEND ? term.arg(0) : term;
        return place(symbol)
                .filter(p -> p.union().isEmpty())
                .<Expr>map(p -> {
                    Type type = system.leaf(symbol).type();
                    return p.present().isEmpty()
                            ? p.value()
                            : new Expr.If(
                                    Exprs.and(p.present()),
                                    p.value(),
                                    Exprs.literal(Domain.first(type), type),
                                    type,
                                    Span.NONE);
                })
                .filter(e -> symbol.equals(term) || natural(e));
    }
}
