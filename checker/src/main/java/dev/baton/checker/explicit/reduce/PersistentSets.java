package dev.baton.checker.explicit.reduce;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Opcode;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.layout.Layout;
import dev.baton.checker.explicit.program.Instance;
import dev.baton.checker.explicit.program.Persistent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds steps that are enough in some states, for a search that looks for violated invariants, reached covers and
 * deadlocks.
 *
 * <p>Candidates are the steps that ask for one value of one field of the state: what a task can do where it stands.
 * Such a set is enough in a state in which one of them is enabled if
 *
 * <ul>
 *   <li>none of them changes what the properties depend on, and none can fail;
 *   <li>no other step that is possible while the field has that value disturbs one of them (so none changes the field);
 *   <li>those of them that are not enabled there will not become so by what others do.
 * </ul>
 *
 * <p>The search must see to it that no step is put off for ever.
 */
public final class PersistentSets {
    /** Beyond this all pairs would take too long to look at. */
    private static final int MOST_INSTANCES = 4_000;

    private static final int MOST_SETS = 400;

    private final Terms terms;
    private final StateBits bits;
    private final Independence independence;
    private final List<Instance> instances;
    private final List<Footprint> footprints = new ArrayList<>();
    private final List<Node> predicates;

    private PersistentSets(Terms terms, Layout layout, List<Instance> instances, List<Node> predicates) {
        this.terms = terms;
        this.bits = new StateBits(layout);
        this.independence = new Independence(terms);
        this.instances = instances;
        instances.forEach(instance -> footprints.add(Footprint.of(instance, bits)));
        this.predicates = predicates;
    }

    /** @param predicates what the search looks for in states */
    public static List<Persistent> of(Terms terms, Layout layout, List<Instance> instances, List<Node> predicates) {
        if (instances.size() > MOST_INSTANCES) {
            return List.of();
        }
        return new PersistentSets(terms, layout, instances, predicates).find();
    }

    /** A value of a field, as a condition. */
    private record Place(Node field, long value) {}

    private List<Persistent> find() {
        Map<Place, List<Instance>> candidates = new LinkedHashMap<>();
        for (Instance instance : instances) {
            for (Node condition : instance.guard()) {
                place(condition, candidates, instance);
            }
        }
        List<Persistent> found = new ArrayList<>();
        candidates.forEach((place, members) -> {
            if (found.size() < MOST_SETS) {
                persistent(place, members, found);
            }
        });
        found.sort(Comparator.comparingInt(p -> p.instances().size()));
        return found;
    }

    private static void place(Node condition, Map<Place, List<Instance>> candidates, Instance instance) {
        Node field = condition;
        long value = 1;
        if (condition.opcode() == Opcode.NOT) {
            field = condition.arg(0);
            value = 0;
        } else if (condition.opcode() == Opcode.EQ && condition.arg(1).constant()) {
            field = condition.arg(0);
            value = condition.arg(1).value();
        }
        if (field.opcode() == Opcode.FIELD && field.arg(0).opcode() == Opcode.WORD) {
            candidates
                    .computeIfAbsent(new Place(field, value), _ -> new ArrayList<>())
                    .add(instance);
        }
    }

    private void persistent(Place place, List<Instance> members, List<Persistent> found) {
        Node here = terms.equal(place.field, terms.constant(place.value));
        List<Instance> others = instances.stream()
                .filter(i -> !members.contains(i))
                .filter(i -> !excludes(i, here))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        BitSet written = new BitSet();
        others.forEach(other -> written.or(footprints.get(other.number()).written()));
        List<Node> conditions = new ArrayList<>(List.of(here));
        boolean any = false;
        for (Instance member : members) {
            List<Node> own = new ArrayList<>();
            List<Node> shared = new ArrayList<>();
            for (Node condition : member.guard()) {
                if (condition != here) {
                    (bits.read(condition).intersects(written) ? shared : own).add(condition);
                }
            }
            boolean good = undisturbed(member, others);
            any |= good;
            // of its own accord it is not possible here, or else others can't make it so
            Node impossible = terms.not(terms.all(own));
            conditions.add(good ? terms.any(List.of(impossible, terms.all(shared))) : impossible);
        }
        Node whole = terms.all(conditions);
        if (any && !whole.isFalse()) {
            found.add(new Persistent(whole.opcode() == Opcode.ALL ? whole.args() : List.of(whole), members));
        }
    }

    /** Whether a step is never possible where a condition is true. */
    private boolean excludes(Instance instance, Node here) {
        List<Node> related = instance.guard().stream()
                .filter(condition -> bits.read(condition).intersects(bits.read(here)))
                .toList();
        return !related.isEmpty() && independence.contradict(List.of(here), related);
    }

    private boolean undisturbed(Instance member, List<Instance> others) {
        Footprint ofMember = footprints.get(member.number());
        return member.checks().isEmpty()
                && invisible(member, ofMember)
                && others.stream()
                        .allMatch(other ->
                                independence.independent(member, ofMember, other, footprints.get(other.number())));
    }

    private boolean invisible(Instance member, Footprint ofMember) {
        return predicates.stream()
                .allMatch(predicate ->
                        !ofMember.written().intersects(bits.read(predicate)) || independence.leaves(predicate, member));
    }
}
