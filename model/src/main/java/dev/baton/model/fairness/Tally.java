package dev.baton.model.fairness;

import java.util.BitSet;

/**
 * What going round a set of states and edges for ever does for the units of fairness, and so what it owes them. It is
 * fair if it owes nothing.
 */
public final class Tally {
    private final Obligations units;
    private final BitSet taken = new BitSet();
    private final BitSet sometimesEnabled = new BitSet();
    private final BitSet alwaysEnabled = new BitSet();

    public Tally(Obligations units) {
        this.units = units;
        alwaysEnabled.set(0, units.size());
    }

    /** Counts a state, in which these units are enabled. */
    public void state(BitSet enabled) {
        sometimesEnabled.or(enabled);
        alwaysEnabled.and(enabled);
    }

    /** Counts an edge, which these units take. */
    public void edge(BitSet takenBy) {
        taken.or(takenBy);
    }

    /** The weakly fair units that are always enabled and never taken. */
    public BitSet owedToWeak() {
        return owed(units.weak(), alwaysEnabled);
    }

    /** The strongly fair units that are enabled again and again and never taken. */
    public BitSet owedToStrong() {
        return owed(units.strong(), sometimesEnabled);
    }

    private BitSet owed(BitSet to, BitSet enabled) {
        BitSet owed = (BitSet) enabled.clone();
        owed.and(to);
        owed.andNot(taken);
        return owed;
    }
}
