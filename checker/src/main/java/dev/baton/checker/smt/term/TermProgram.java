package dev.baton.checker.smt.term;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/**
 * Some terms made ready to be computed many times: all that they need in one row, arguments first. Computes the same as
 * {@link Valuation}, many times as fast. Not for use by several threads.
 */
public final class TermProgram {
    private final List<Term> row;
    private final int[][] args;
    private final int[] inputs;
    private final long[] values;
    private final Map<Term, Integer> places = new HashMap<>();

    /**
     * Of some terms.
     *
     * @param position where the bits of a symbol are in what is given to {@link #run}
     */
    public TermProgram(List<Term> roots, ToIntFunction<Term> position) {
        Set<Term> needed = new TreeSet<>(Comparator.comparingInt(Term::id));
        List<Term> open = new ArrayList<>(roots);
        while (!open.isEmpty()) {
            Term term = open.removeLast();
            if (needed.add(term)) {
                open.addAll(term.args());
            }
        }
        this.row = List.copyOf(needed);
        this.args = new int[row.size()][];
        this.inputs = new int[row.size()];
        this.values = new long[row.size()];
        for (int i = 0; i < row.size(); i++) {
            Term term = row.get(i);
            places.put(term, i);
            args[i] = term.args().stream().mapToInt(places::get).toArray();
            inputs[i] = term.operator() == Operator.SYMBOL ? position.applyAsInt(term) : -1;
        }
    }

    /** Where a root's value is, for {@link #bits}. */
    public int place(Term root) {
        Integer place = places.get(root);
        if (place == null) {
            throw new IllegalArgumentException(root + " is not computed");
        }
        return place;
    }

    /** Computes all anew. */
    public void run(long[] symbols) {
        for (int i = 0; i < values.length; i++) {
            values[i] = inputs[i] >= 0 ? symbols[inputs[i]] : computed(row.get(i), args[i]);
        }
    }

    /** The bits that a root has since the last run; 1 or 0 for truth values. */
    public long bits(int place) {
        return values[place];
    }

    public boolean isTrue(int place) {
        return values[place] != 0;
    }

    private long computed(Term term, int[] of) {
        return switch (term.operator()) {
            case SYMBOL -> throw new IllegalStateException(term + " is given");
            case TRUTH, NUMBER -> term.value();
            case AND -> junction(of, true);
            case OR -> junction(of, false);
            case ITE -> values[of[values[of[0]] != 0 ? 1 : 2]];
            case NOT, EQUAL, ULT, SLT, ADD, SUB, MUL, UDIV, UREM, BITNOT, ZERO_EXTEND, SIGN_EXTEND, LOW_BITS ->
                Valuation.computed(term, values[of[0]], of.length > 1 ? values[of[1]] : 0);
        };
    }

    private long junction(int[] of, boolean and) {
        for (int arg : of) {
            if (values[arg] != 0 != and) {
                return and ? 0 : 1;
            }
        }
        return and ? 1 : 0;
    }
}
