package dev.baton.model.fairness;

import dev.baton.model.system.Property;
import java.util.BitSet;
import java.util.function.Supplier;

/**
 * The fair behaviours that would refute a liveness property: those that, from some state on, which is in
 * {@code trigger}, stay within {@code region} and visit {@code visit} again and again.
 *
 * @param trigger states, all of them in {@code region}
 */
public record LassoQuery(BitSet trigger, BitSet region, BitSet visit) {

    /**
     * The behaviours that refute a property.
     *
     * @param left the states in which its left predicate holds
     * @param right the same for the right one of LEADS_TO; nobody asks for it otherwise
     * @param size how many states there are
     * @param initial the first
     */
    public static LassoQuery refuting(Property.Kind kind, BitSet left, Supplier<BitSet> right, int size, int initial) {
        BitSet all = new BitSet();
        all.set(0, size);
        BitSet never = minus(all, left);
        return switch (kind) {
            case EVENTUALLY -> {
                BitSet first = new BitSet();
                first.set(initial, never.get(initial));
                yield new LassoQuery(first, never, all);
            }
            case ALWAYS_EVENTUALLY -> new LassoQuery(never, never, all);
            case EVENTUALLY_ALWAYS -> new LassoQuery(all, all, never);
            case LEADS_TO -> {
                BitSet without = minus(all, right.get());
                BitSet trigger = (BitSet) left.clone();
                trigger.and(without);
                yield new LassoQuery(trigger, without, all);
            }
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, DEADLOCK_FREE, STEP, COVER ->
                throw new IllegalArgumentException(kind + " is no liveness");
        };
    }

    private static BitSet minus(BitSet all, BitSet without) {
        BitSet rest = (BitSet) all.clone();
        rest.andNot(without);
        return rest;
    }
}
