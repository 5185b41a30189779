package dev.baton.model.interpreter;

import java.util.BitSet;

/**
 * The fair behaviours that would refute a liveness property: those that, from some state on, which is in
 * {@code trigger}, stay within {@code region} and visit {@code visit} again and again.
 *
 * @param trigger states, all of them in {@code region}
 */
record LassoQuery(BitSet trigger, BitSet region, BitSet visit) {}
