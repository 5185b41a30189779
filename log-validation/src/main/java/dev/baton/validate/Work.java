package dev.baton.validate;

import dev.baton.model.value.Value;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Steps of the model of which one is meant.
 *
 * @param nothing whether nothing happens
 * @param offers none: it can't be
 * @param reads numbers of the cells that one of them may read
 * @param writes numbers of the cells that one of them may write
 * @param visible bits of the properties that look at a cell that one of them may write
 */
record Work(boolean nothing, List<Offer> offers, BitSet reads, BitSet writes, long visible) {

    Work {
        offers = List.copyOf(offers);
    }

    /** The steps of an action with such arguments. */
    record Offer(StepTable table, List<Optional<Value>> arguments) {
        Offer {
            arguments = List.copyOf(arguments);
        }
    }

    /** That nothing happens where these cells are as expected. */
    static Work nothing(BitSet reads) {
        return new Work(true, List.of(), reads, new BitSet(), 0);
    }

    static Work of(List<Offer> offers, Cells cells, Watched watched) {
        BitSet reads = new BitSet();
        BitSet writes = new BitSet();
        for (Offer offer : offers) {
            reads.or(cells.numbers(offer.table().footprint().reads()));
            writes.or(cells.numbers(offer.table().footprint().writes()));
        }
        return new Work(false, offers, reads, writes, watched.looking(writes));
    }

    /**
     * Whether it may matter which of the two comes first: to what they do, to whether they can be done, or to a
     * property that sees both.
     */
    boolean dependsOn(Work other) {
        return (visible & other.visible) != 0
                || writes.intersects(other.reads)
                || writes.intersects(other.writes)
                || reads.intersects(other.writes);
    }
}
