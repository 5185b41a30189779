package dev.baton.checker.explicit.reduce;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Opcode;
import dev.baton.checker.explicit.ir.Piece;
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
import java.util.stream.IntStream;

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
    private final StateBits bits;
    private final StateCells cells;
    private final List<Instance> instances;
    private final List<Footprint> footprints = new ArrayList<>();
    private final BitSet always;

    private DeadVariables(
            Terms terms,
            Layout layout,
            List<Long> first,
            List<Instance> instances,
            List<Node> predicates,
            Set<String> exchangeable) {
        this.terms = terms;
        this.first = first;
        this.bits = new StateBits(layout);
        this.cells = new StateCells(layout, exchangeable);
        this.instances = instances;
        for (Instance instance : instances) {
            Footprint footprint = Footprint.of(instance, bits);
            // what was used of what was written must not depend on what is reset
            instance.marks().forEach(mark -> footprint.read().or(bits.read(mark.condition())));
            footprints.add(footprint);
        }
        this.always = bits.read(predicates);
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
        BitSet everywhere = dead(Place.NOWHERE).getFirst();
        List<Place> chosen = new ArrayList<>();
        for (Place place : candidates) {
            boolean more = dead(place).stream().anyMatch(dead -> {
                dead.andNot(everywhere);
                return !dead.isEmpty();
            });
            if (more) {
                chosen.add(place);
            }
        }
        // what decides on resets is not reset itself
        chosen.forEach(place -> always.or(bits.read(place.field())));
        chosen.addFirst(Place.NOWHERE);
        return found(chosen);
    }

    private Found found(List<Place> places) {
        List<List<BitSet>> dead = alike(places);
        List<Resets.Field> fields = new ArrayList<>();
        List<BitSet> reset = new ArrayList<>();
        instances.forEach(_ -> reset.add(new BitSet()));
        for (int p = 0; p < places.size(); p++) {
            Place place = places.get(p);
            List<BitSet> here = dead.get(p);
            if (here.stream().anyMatch(d -> !d.isEmpty())) {
                fields.add(place.resets(here.stream().map(this::resets).toList()));
                instances.forEach(i -> reset(place, i, here, reset.get(i.number())));
            }
        }
        BitSet never = dead.getFirst().getFirst();
        BitSet ever = new BitSet();
        reset.forEach(ever::or);
        List<Instance> resetting = new ArrayList<>();
        instances.forEach(i -> resetting.add(resetting(i, reset.get(i.number()), never)));
        Set<String> names = new TreeSet<>();
        cells.in(ever).forEach(cell -> names.add(cell.variable().name()));
        return names.isEmpty()
                ? new Found(instances, Resets.NONE, Set.of())
                : new Found(resetting, new Resets(fields), names);
    }

    /**
     * What is dead at each value of each place, as far as the same is dead at each place that becomes this one by
     * exchanging members: resets must not tell members apart.
     */
    private List<List<BitSet>> alike(List<Place> places) {
        Map<String, Integer> alive = new HashMap<>();
        List<List<BitSet>> dead = new ArrayList<>();
        for (Place place : places) {
            List<BitSet> here = dead(place);
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

    /**
     * What tells where a task stands.
     *
     * @param field of a word of the state; a constant: nothing tells
     */
    private record Place(Node field, int values) {
        static final Place NOWHERE = new Place(new Terms().zero, 1);

        Resets.Field resets(List<List<Resets.Bits>> dead) {
            return field.constant()
                    ? new Resets.Field(0, 0, 0, dead)
                    : new Resets.Field(
                            (int) field.arg(0).immediate(0), (int) field.immediate(0), (int) field.immediate(1), dead);
        }

        /** See {@link StateCells#shape}: of what tells, and a cell. */
        String shape(StateCells.Cell cell, StateCells cells) {
            if (field.constant()) {
                return cells.shape(cell);
            }
            int begin = (int) (field.arg(0).immediate(0) * Long.SIZE + field.immediate(0));
            return cells.at(begin, (int) field.immediate(1))
                    .map(own -> cells.shape(own, cell))
                    .orElse(field + " " + cells.shape(cell));
        }

        /** Whether a step may be taken at a value, as far as its guard compares the field with constants. */
        boolean possible(int value, Instance instance) {
            return instance.guard().stream().noneMatch(condition -> excluded(condition, value));
        }

        private boolean excluded(Node condition, int value) {
            if (condition == field) {
                return value == 0;
            }
            boolean negated = condition.opcode() == Opcode.NOT;
            Node plain = negated ? condition.arg(0) : condition;
            if (plain == field) {
                return value != 0;
            }
            boolean compares = plain.opcode() == Opcode.EQ
                    && plain.arg(0) == field
                    && plain.arg(1).constant();
            return compares && (plain.arg(1).value() == value) == negated;
        }

        /** The values at which a step may be taken. */
        List<Integer> before(Instance instance) {
            return IntStream.range(0, values)
                    .filter(v -> possible(v, instance))
                    .boxed()
                    .toList();
        }

        /** The value after a step. */
        Node next(Instance instance, Terms terms) {
            if (field.constant()) {
                return field;
            }
            Node word = instance.words().get((int) field.arg(0).immediate(0));
            return terms.field(word, (int) field.immediate(0), (int) field.immediate(1));
        }
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

    /** Of each value, the bits of whole cells that are written before they are read. */
    private List<BitSet> dead(Place place) {
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

    private List<Resets.Bits> resets(BitSet dead) {
        List<Resets.Bits> resets = new ArrayList<>();
        long[] masks = dead.toLongArray();
        for (int word = 0; word < masks.length; word++) {
            if (masks[word] != 0) {
                resets.add(new Resets.Bits(word, masks[word], first.get(word) & masks[word]));
            }
        }
        return resets;
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
            untouched.andNot(footprints.get(instance.number()).written());
            behind.andNot(untouched);
            into.or(behind);
        }
    }

    /** @param never what is never read: it keeps its first value from the start */
    private Instance resetting(Instance instance, BitSet reset, BitSet never) {
        if (reset.isEmpty()) {
            return instance;
        }
        BitSet anew = (BitSet) reset.clone();
        anew.andNot(never);
        List<Node> words = new ArrayList<>();
        for (int w = 0; w < instance.words().size(); w++) {
            Node kept = replaced(instance.words().get(w), w, never, terms.word(w));
            words.add(replaced(kept, w, anew, terms.constant(first.get(w))));
        }
        return new Instance(
                instance.number(),
                instance.action(),
                instance.arguments(),
                instance.guard(),
                instance.checks(),
                words,
                instance.marks());
    }

    /** A word with some bits taken from another. */
    private Node replaced(Node word, int number, BitSet bits, Node other) {
        int begin = number * Long.SIZE;
        int end = begin + Long.SIZE;
        List<Piece> pieces = new ArrayList<>();
        for (int at = begin; at < end; ) {
            boolean set = bits.get(at);
            int next = set ? bits.nextClearBit(at) : bits.nextSetBit(at);
            int until = next < 0 ? end : Math.min(end, next);
            pieces.add(new Piece(at - begin, until - at, terms.field(set ? other : word, at - begin, until - at)));
            at = until;
        }
        return terms.concat(pieces);
    }
}
