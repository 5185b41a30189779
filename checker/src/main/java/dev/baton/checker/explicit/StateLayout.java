package dev.baton.checker.explicit;

import dev.baton.checker.explicit.layout.Slot;
import dev.baton.checker.explicit.search.SearchOptions;
import dev.baton.checker.explicit.search.VisitedSet;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the states of a system are packed, and what a search keeps of each.
 *
 * @param variables all, in the order of the system
 * @param words of 64 bits a state
 * @param bits in use
 */
public record StateLayout(List<Placed> variables, int words, int bits, VisitedSet visited) {
    public StateLayout {
        variables = List.copyOf(variables);
    }

    /** A variable, and where its bits are; without bits the {@code why} says why it takes none. */
    public record Placed(Variable variable, List<Place> places, String why) {
        public Placed {
            places = List.copyOf(places);
        }

        public int bits() {
            return places.stream().mapToInt(Place::bits).sum();
        }
    }

    /** Bits that lie side by side, from bit {@code offset} of a word on. */
    public record Place(int word, int offset, int bits) {}

    static StateLayout of(TransitionSystem system, Compiled compiled, SearchOptions options) {
        Map<Variable, List<Slot>> slots = compiled.layout().byVariable();
        List<Placed> variables = new ArrayList<>();
        for (Variable variable : system.variables()) {
            List<Place> places = places(slots.getOrDefault(variable, List.of()));
            boolean fixed = compiled.layout().fixed().contains(variable);
            variables.add(new Placed(variable, places, places.isEmpty() ? why(variable, fixed) : ""));
        }
        return new StateLayout(
                variables,
                compiled.layout().words(),
                compiled.layout().bits(),
                VisitedSet.of(compiled.system(), options));
    }

    private static String why(Variable variable, boolean fixed) {
        if (!fixed) {
            return "has one value only";
        }
        return variable.role() == Variable.Role.ERROR ? "no check can fail" : "no step changes it";
    }

    /** Neighbouring slots of a word as one. */
    private static List<Place> places(List<Slot> slots) {
        List<Place> places = new ArrayList<>();
        for (Slot slot : slots.stream()
                .sorted(java.util.Comparator.comparingInt(Slot::word).thenComparingInt(Slot::offset))
                .toList()) {
            Place last = places.isEmpty() ? new Place(-1, 0, 0) : places.getLast();
            if (last.word() == slot.word() && last.offset() + last.bits() == slot.offset()) {
                places.set(places.size() - 1, new Place(last.word(), last.offset(), last.bits() + slot.width()));
            } else {
                places.add(new Place(slot.word(), slot.offset(), slot.width()));
            }
        }
        return places;
    }
}
