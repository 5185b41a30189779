package dev.baton.checker.smt.pdr;

import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Valuation;

/** A state as the bits of its leaves. */
final class Point {
    private final long[] bits;

    /** @param bits by the number of the leaf; not to be written to any more */
    Point(long[] bits) {
        this.bits = bits;
    }

    long of(Leaf leaf) {
        return bits[leaf.number()];
    }

    /** What terms are in this state. */
    Valuation valuation(SymbolicSystem system) {
        return new Valuation(symbol -> of(system.leaf(symbol)));
    }
}
