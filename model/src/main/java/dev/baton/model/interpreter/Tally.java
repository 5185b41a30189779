package dev.baton.model.interpreter;

import java.util.BitSet;

/**
 * What going round a set of states and edges for ever does for the units of fairness, and so what it owes them. It is
 * fair if it owes nothing.
 */
final class Tally {
    private final FairUnits units;
    private final BitSet taken = new BitSet();
    private final BitSet sometimesEnabled = new BitSet();
    private final BitSet alwaysEnabled = new BitSet();

    Tally(FairUnits units) {
        this.units = units;
        alwaysEnabled.set(0, units.size());
    }

    /** Counts a state, in which these units are enabled. */
    void state(BitSet enabled) {
        sometimesEnabled.or(enabled);
        alwaysEnabled.and(enabled);
    }

    /** Counts an edge, which these units take. */
    void edge(BitSet takenBy) {
        taken.or(takenBy);
    }

    /** The weakly fair units that are always enabled and never taken. */
    BitSet owedToWeak() {
        return owed(units.weak(), alwaysEnabled);
    }

    /** The strongly fair units that are enabled again and again and never taken. */
    BitSet owedToStrong() {
        return owed(units.strong(), sometimesEnabled);
    }

    private BitSet owed(BitSet to, BitSet enabled) {
        BitSet owed = (BitSet) enabled.clone();
        owed.and(to);
        owed.andNot(taken);
        return owed;
    }
}
