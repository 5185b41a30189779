package dev.baton.checker.explicit.reduce;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Opcode;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.layout.Layout;
import dev.baton.checker.explicit.program.Instance;
import dev.baton.checker.explicit.program.Resets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what is written before it is read again, by where a task stands, and lets the steps that lead there reset it to
 * what it is in the first state: states that differ in nothing else are one then. Each state behaves as it did, and
 * takes as many steps to reach.
 */
public final class DeadVariables {
    private static final int WIDEST_FIELD = 6;
    private static final int MOST_FIELDS = 64;
    private static final int MOST_INSTANCES = 10_000;

    private final Terms terms;
    private final List<Long> first;
    private final StateCells cells;
    private final List<Instance> instances;
    private final LiveBits live;

    private DeadVariables(
            Terms terms,
            Layout layout,
            List<Long> first,
            List<Instance> instances,
            List<Node> predicates,
            Set<String> exchangeable) {
        this.terms = terms;
        this.first = first;
        this.cells = new StateCells(layout, exchangeable);
        this.instances = instances;
        this.live = new LiveBits(terms, new StateBits(layout), cells, instances, predicates);
    }

    /**
     * Steps that reset, and what they reset.
     *
     * @param instances numbered as those given
     * @param variables the names of those that are reset somewhere
     */
    public record Found(List<Instance> instances, Resets resets, Set<String> variables) {
        public Found {
            instances = List.copyOf(instances);
            variables = new TreeSet<>(variables);
        }
    }

    /**
     * @param first the words of the first state
     * @param predicates what is asked of states and steps
     * @param exchangeable names of the index types whose members are exchanged
     */
    public static Found of(
            Terms terms,
            Layout layout,
            List<Long> first,
            List<Instance> instances,
            List<Node> predicates,
            Set<String> exchangeable) {
        if (instances.size() > MOST_INSTANCES) {
            return new Found(instances, Resets.NONE, Set.of());
        }
        return new DeadVariables(terms, layout, first, instances, predicates, exchangeable).find();
    }

    private Found find() {
        List<Place> candidates = fields();
        BitSet everywhere = live.dead(Place.NOWHERE).getFirst();
        List<Place> chosen = new ArrayList<>();
        for (Place place : candidates) {
            boolean more = live.dead(place).stream().anyMatch(dead -> {
                dead.andNot(everywhere);
                return !dead.isEmpty();
            });
            if (more) {
                chosen.add(place);
            }
        }
        // what decides on resets is not reset itself
        chosen.forEach(place -> live.keep(place.field()));
        chosen.addFirst(Place.NOWHERE);
        return found(chosen);
    }

    private Found found(List<Place> places) {
        List<List<BitSet>> dead = alike(places);
        Resetting resetting = new Resetting(terms, first, dead.getFirst().getFirst());
        List<Resets.Field> fields = new ArrayList<>();
        List<BitSet> reset = new ArrayList<>();
        instances.forEach(_ -> reset.add(new BitSet()));
        for (int p = 0; p < places.size(); p++) {
            Place place = places.get(p);
            List<BitSet> here = dead.get(p);
            if (here.stream().anyMatch(d -> !d.isEmpty())) {
                fields.add(place.resets(here.stream().map(resetting::resets).toList()));
                instances.forEach(i -> reset(place, i, here, reset.get(i.number())));
            }
        }
        BitSet ever = new BitSet();
        reset.forEach(ever::or);
        List<Instance> steps = instances.stream()
                .map(i -> resetting.resetting(i, reset.get(i.number())))
                .toList();
        Set<String> names = new TreeSet<>();
        cells.in(ever).forEach(cell -> names.add(cell.variable().name()));
        return names.isEmpty()
                ? new Found(instances, Resets.NONE, Set.of())
                : new Found(steps, new Resets(fields), names);
    }

    /**
     * What is dead at each value of each place, as far as the same is dead at each place that becomes this one by
     * exchanging members: resets must not tell members apart.
     */
    private List<List<BitSet>> alike(List<Place> places) {
        Map<String, Integer> alive = new HashMap<>();
        List<List<BitSet>> dead = new ArrayList<>();
        for (Place place : places) {
            List<BitSet> here = live.dead(place);
            dead.add(here);
            for (StateCells.Cell cell : cells.all()) {
                String shape = place.shape(cell, cells);
                for (int v = 0; v < here.size(); v++) {
                    if (!cell.in(here.get(v))) {
                        alive.merge(v + " " + shape, 1, Integer::sum);
                    }
                }
            }
        }
        for (int p = 0; p < places.size(); p++) {
            for (int v = 0; v < dead.get(p).size(); v++) {
                BitSet kept = new BitSet();
                for (StateCells.Cell cell : cells.in(dead.get(p).get(v))) {
                    if (!alive.containsKey(v + " " + places.get(p).shape(cell, cells))) {
                        cell.addTo(kept);
                    }
                }
                dead.get(p).set(v, kept);
            }
        }
        return dead;
    }

    /** Fields that steps compare with constants. None if they are too many: some of them would be arbitrary. */
    private List<Place> fields() {
        Set<Node> fields = new LinkedHashSet<>();
        for (Instance instance : instances) {
            for (Node condition : instance.guard()) {
                Node positive = condition.opcode() == Opcode.NOT ? condition.arg(0) : condition;
                boolean compares =
                        positive.opcode() == Opcode.EQ && positive.arg(1).constant();
                Node asked = compares ? positive.arg(0) : positive;
                if (asked.opcode() == Opcode.FIELD
                        && asked.arg(0).opcode() == Opcode.WORD
                        && asked.immediate(1) <= WIDEST_FIELD) {
                    fields.add(asked);
                }
            }
        }
        return fields.size() > MOST_FIELDS
                ? List.of()
                : fields.stream()
                        .map(field -> new Place(field, 1 << (int) field.immediate(1)))
                        .toList();
    }

    /** Adds what a step has to reset: what is dead behind it, and was not dead before or is written by it. */
    private void reset(Place place, Instance instance, List<BitSet> dead, BitSet into) {
        Node next = place.next(instance, terms);
        List<Integer> before = place.before(instance);
        boolean stays = next == place.field() && before.size() == 1;
        if (!next.constant() && !stays) {
            return;
        }
        for (int v : before) {
            BitSet behind =
                    (BitSet) dead.get(next.constant() ? (int) next.value() : v).clone();
            BitSet untouched = (BitSet) dead.get(v).clone();
            untouched.andNot(live.written(instance));
            behind.andNot(untouched);
            into.or(behind);
        }
    }
}
