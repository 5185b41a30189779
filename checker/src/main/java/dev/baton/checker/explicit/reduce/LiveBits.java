package dev.baton.checker.explicit.reduce;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.program.Instance;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Which bits may be read before they are written, by where a task stands. */
final class LiveBits {
    private final Terms terms;
    private final StateBits bits;
    private final StateCells cells;
    private final List<Instance> instances;
    private final List<Footprint> footprints = new ArrayList<>();
    private final BitSet always;

    /** @param predicates what reads at any time */
    LiveBits(Terms terms, StateBits bits, StateCells cells, List<Instance> instances, Collection<Node> predicates) {
        this.terms = terms;
        this.bits = bits;
        this.cells = cells;
        this.instances = instances;
        for (Instance instance : instances) {
            Footprint footprint = Footprint.of(instance, bits);
            // what was used of what was written must not depend on what is reset
            instance.marks().forEach(mark -> footprint.read().or(bits.read(mark.condition())));
            footprints.add(footprint);
        }
        this.always = bits.read(predicates);
    }

    /** From now on a field is live everywhere. */
    void keep(Node field) {
        always.or(bits.read(field));
    }

    /** What a step may write. */
    BitSet written(Instance instance) {
        return footprints.get(instance.number()).written();
    }

    /** Of each value, the bits of whole cells that are written before they are read. */
    List<BitSet> dead(Place place) {
        List<BitSet> live = new ArrayList<>();
        List<List<Instance>> from = new ArrayList<>();
        for (int v = 0; v < place.values(); v++) {
            int value = v;
            live.add((BitSet) always.clone());
            from.add(instances.stream().filter(i -> place.possible(value, i)).toList());
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int v = place.values() - 1; v >= 0; v--) {
                BitSet before = (BitSet) live.get(v).clone();
                for (Instance instance : from.get(v)) {
                    flow(place, v, instance, live);
                }
                changed |= !before.equals(live.get(v));
            }
        }
        BitSet shared = shared(place);
        live.forEach(here -> here.or(shared));
        return new ArrayList<>(live.stream().map(cells::without).toList());
    }

    /**
     * What others than the task read or write: a reset of it would disturb them, which costs more than it is worth. A
     * step that moves the task disturbs it anyway.
     */
    private BitSet shared(Place place) {
        BitSet shared = new BitSet();
        for (Instance instance : instances) {
            Node next = place.next(instance, terms);
            if (!next.constant() && next != place.field()) {
                // it may lead anywhere, and what is of no account there is not known to be reset
                return bits.all();
            }
            if (!next.constant() && place.before(instance).size() != 1) {
                shared.or(footprints.get(instance.number()).read());
                shared.or(footprints.get(instance.number()).written());
            }
        }
        return shared;
    }

    /** What a step reads is live before it, and what is live after it and not written by it. */
    private void flow(Place place, int value, Instance instance, List<BitSet> live) {
        Footprint footprint = footprints.get(instance.number());
        BitSet here = live.get(value);
        here.or(footprint.read());
        Node next = place.next(instance, terms);
        for (int v = 0; v < live.size(); v++) {
            if (v != value && (next.constant() ? next.value() == v : next != place.field())) {
                BitSet after = (BitSet) live.get(v).clone();
                after.andNot(footprint.written());
                here.or(after);
            }
        }
    }
}
