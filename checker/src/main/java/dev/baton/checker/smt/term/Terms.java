package dev.baton.checker.smt.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes terms, each only once, and folds what can be folded without a solver: constants, what is said twice, both
 * branches the same. Not for use by several threads.
 */
public final class Terms {
    /** More terms than this are hopeless for a solver, and fill the heap. */
    private static final int MOST = 4_000_000;

    private record Key(Operator operator, Sort sort, List<Integer> args, long value, String name) {}

    private final Map<Key, Term> known = new HashMap<>();
    private final BitFolding bits = new BitFolding(this);

    public final Term yes = make(Operator.TRUTH, Sort.BOOL, List.of(), 1, "");
    public final Term no = make(Operator.TRUTH, Sort.BOOL, List.of(), 0, "");

    private Term make(Operator operator, Sort sort, List<Term> args, long value, String name) {
        Key key = new Key(operator, sort, args.stream().map(Term::id).toList(), value, name);
        Term found = known.get(key);
        if (found != null) {
            return found;
        }
        if (known.size() == MOST) {
            throw new TooLargeException(
                    "its steps and properties, written as formulas, have more than " + MOST + " terms");
        }
        Term made = new Term(known.size(), operator, sort, List.copyOf(args), value, name);
        known.put(key, made);
        return made;
    }

    Term make(Operator operator, Sort sort, Term... args) {
        return make(operator, sort, List.of(args), 0, "");
    }

    Term make(Operator operator, Sort sort, long value, Term arg) {
        return make(operator, sort, List.of(arg), value, "");
    }

    /** The free constant of a name; a name has one sort. */
    public Term symbol(String name, Sort sort) {
        return make(Operator.SYMBOL, sort, List.of(), 0, name);
    }

    public Term truth(boolean value) {
        return value ? yes : no;
    }

    /** A bit vector; bits of {@code value} beyond the width are dropped. */
    public Term number(long value, int width) {
        return make(Operator.NUMBER, new Sort.Bits(width), List.of(), value & mask(width), "");
    }

    static long mask(int width) {
        return width == 64 ? -1 : (1L << width) - 1;
    }

    /** The same term over other arguments, folded anew. */
    public Term with(Term term, List<Term> args) {
        return switch (term.operator()) {
            case SYMBOL, TRUTH, NUMBER -> term;
            case NOT -> not(args.get(0));
            case AND -> all(args);
            case OR -> any(args);
            case EQUAL -> equal(args.get(0), args.get(1));
            case ITE -> choose(args.get(0), args.get(1), args.get(2));
            case ULT -> below(args.get(0), args.get(1));
            case SLT -> belowSigned(args.get(0), args.get(1));
            case ADD -> add(args.get(0), args.get(1));
            case SUB -> subtract(args.get(0), args.get(1));
            case MUL -> multiply(args.get(0), args.get(1));
            case UDIV -> divide(args.get(0), args.get(1));
            case UREM -> remainder(args.get(0), args.get(1));
            case BITNOT -> complement(args.get(0));
            case ZERO_EXTEND -> resize(args.get(0), term.width(), false);
            case SIGN_EXTEND -> resize(args.get(0), term.width(), true);
            case LOW_BITS -> resize(args.get(0), term.width(), false);
        };
    }

    /** A term that others made, as one of these: symbols are known by their names. */
    public Term imported(Term foreign) {
        return imported(foreign, new HashMap<>());
    }

    private Term imported(Term foreign, Map<Term, Term> done) {
        Term found = done.get(foreign);
        if (found == null) {
            found = foreign.args().isEmpty()
                    ? make(foreign.operator(), foreign.sort(), List.of(), foreign.value(), foreign.name())
                    : with(
                            foreign,
                            foreign.args().stream().map(a -> imported(a, done)).toList());
            done.put(foreign, found);
        }
        return found;
    }

    /** The term with other terms in the place of some symbols. */
    public Term substitute(Term term, Map<Term, Term> symbols) {
        return substitute(term, symbols, new HashMap<>());
    }

    private Term substitute(Term term, Map<Term, Term> symbols, Map<Term, Term> done) {
        Term found = done.get(term);
        if (found == null) {
            found = term.args().isEmpty()
                    ? symbols.getOrDefault(term, term)
                    : with(
                            term,
                            term.args().stream()
                                    .map(a -> substitute(a, symbols, done))
                                    .toList());
            done.put(term, found);
        }
        return found;
    }

    public Term not(Term a) {
        if (a.isConstant()) {
            return truth(a.isFalse());
        }
        return a.operator() == Operator.NOT ? a.arg(0) : make(Operator.NOT, Sort.BOOL, a);
    }

    public Term all(List<Term> parts) {
        return junction(Operator.AND, parts, no, yes);
    }

    public Term any(List<Term> parts) {
        return junction(Operator.OR, parts, yes, no);
    }

    public Term both(Term a, Term b) {
        return all(List.of(a, b));
    }

    public Term either(Term a, Term b) {
        return any(List.of(a, b));
    }

    public Term implies(Term a, Term b) {
        return either(not(a), b);
    }

    private Term junction(Operator operator, List<Term> parts, Term absorbing, Term neutral) {
        Set<Term> kept = new LinkedHashSet<>();
        for (Term part : parts) {
            if (part == absorbing) {
                return absorbing;
            }
            if (part.operator() == operator) {
                kept.addAll(part.args());
            } else if (part != neutral) {
                kept.add(part);
            }
        }
        for (Term part : kept) {
            if (part.operator() == Operator.NOT && kept.contains(part.arg(0))) {
                return absorbing;
            }
        }
        if (kept.isEmpty()) {
            return neutral;
        }
        return kept.size() == 1 ? kept.iterator().next() : make(operator, Sort.BOOL, new ArrayList<>(kept), 0, "");
    }

    /** Whether two terms of one sort are equal. */
    public Term equal(Term a, Term b) {
        if (a == b) {
            return yes;
        }
        if (a.isConstant() && b.isConstant()) {
            return no;
        }
        if (a.isConstant()) {
            return equal(b, a);
        }
        if (b.isConstant()) {
            if (b.operator() == Operator.TRUTH) {
                return b.isTrue() ? a : not(a);
            }
            if (a.operator() == Operator.ITE
                    && (a.arg(1).isConstant() || a.arg(2).isConstant())) {
                return choose(a.arg(0), equal(a.arg(1), b), equal(a.arg(2), b));
            }
            if (a.operator() == Operator.ZERO_EXTEND) {
                Term inner = a.arg(0);
                return (b.value() & ~mask(inner.width())) != 0 ? no : equal(inner, number(b.value(), inner.width()));
            }
        }
        return a.id() < b.id() ? make(Operator.EQUAL, Sort.BOOL, a, b) : make(Operator.EQUAL, Sort.BOOL, b, a);
    }

    /** {@code then} if {@code condition}, else {@code otherwise}; both of one sort. */
    public Term choose(Term condition, Term then, Term otherwise) {
        if (condition.isConstant()) {
            return condition.isTrue() ? then : otherwise;
        }
        if (then == otherwise) {
            return then;
        }
        if (condition.operator() == Operator.NOT) {
            return choose(condition.arg(0), otherwise, then);
        }
        if (then.sort() instanceof Sort.Bool) {
            if (then.isConstant()) {
                return then.isTrue() ? either(condition, otherwise) : both(not(condition), otherwise);
            }
            if (otherwise.isConstant()) {
                return otherwise.isTrue() ? either(not(condition), then) : both(condition, then);
            }
        }
        if (otherwise.operator() == Operator.ITE && otherwise.arg(1) == then) {
            return choose(either(condition, otherwise.arg(0)), then, otherwise.arg(2));
        }
        return make(Operator.ITE, then.sort(), condition, then, otherwise);
    }

    /** Unsigned {@code a < b}. */
    public Term below(Term a, Term b) {
        return bits.below(a, b);
    }

    /** Signed {@code a < b}. */
    public Term belowSigned(Term a, Term b) {
        return bits.belowSigned(a, b);
    }

    public Term add(Term a, Term b) {
        return bits.add(a, b);
    }

    public Term subtract(Term a, Term b) {
        return bits.subtract(a, b);
    }

    public Term multiply(Term a, Term b) {
        return bits.multiply(a, b);
    }

    /** Unsigned division. */
    public Term divide(Term a, Term b) {
        return bits.divide(a, b);
    }

    /** What unsigned division leaves. */
    public Term remainder(Term a, Term b) {
        return bits.remainder(a, b);
    }

    /** Every bit the other way. */
    public Term complement(Term a) {
        return a.isConstant() ? number(~a.value(), a.width()) : make(Operator.BITNOT, a.sort(), a);
    }

    /** The same integer in another number of bits: bits are put before it, or dropped. */
    public Term resize(Term a, int width, boolean signed) {
        return bits.resize(a, width, signed);
    }
}
