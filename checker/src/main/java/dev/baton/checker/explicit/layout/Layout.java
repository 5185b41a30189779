package dev.baton.checker.explicit.layout;

import dev.baton.checker.explicit.encode.Leaves;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Action;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where each variable of a system is in a packed state. A variable that no step changes takes no bits: it is its first
 * value everywhere. The others are packed into as few words as will do; a leaf is cut in two only where that saves a
 * word.
 *
 * @param words longs a state, at least 1
 * @param slots by word, then offset
 */
public record Layout(int words, List<Slot> slots, Set<Variable> fixed) {
    /** Wider states are left to other engines. */
    private static final int MOST_WORDS = 64;

    public Layout {
        slots = List.copyOf(slots);
        fixed = Set.copyOf(fixed);
    }

    public static Layout of(TransitionSystem system) {
        return of(system, system.actions().stream().anyMatch(a -> !a.checks().isEmpty()));
    }

    /** @param fails whether some check may fail, so that the error variable changes */
    public static Layout of(TransitionSystem system, boolean fails) {
        Set<Variable> changed = new HashSet<>();
        for (Action action : system.actions()) {
            action.updates().forEach(update -> changed.add(update.variable()));
        }
        if (fails) {
            system.error().ifPresent(error -> changed.add(error.variable()));
        }
        Set<Variable> fixed = new HashSet<>(system.variables());
        fixed.removeAll(changed);
        List<Slot> pieces = new ArrayList<>();
        for (Variable variable : system.variables()) {
            if (changed.contains(variable)) {
                List<Integer> widths = Leaves.widths(variable.type());
                for (int leaf = 0; leaf < widths.size(); leaf++) {
                    if (widths.get(leaf) > 0) {
                        pieces.add(new Slot(variable, leaf, 0, widths.get(leaf), -1, -1));
                    }
                }
            }
        }
        int bits = pieces.stream().mapToInt(Slot::width).sum();
        if (bits > MOST_WORDS * 64) {
            throw new TooLargeException("a state takes " + bits + " bits");
        }
        return place(pieces, Math.max(1, (bits + 63) / 64), fixed);
    }

    /** First fit, the widest first; what fits nowhere whole fills what room there is. */
    private static Layout place(List<Slot> pieces, int words, Set<Variable> fixed) {
        int[] used = new int[words];
        List<Slot> placed = new ArrayList<>();
        List<Slot> sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingInt(Slot::width).reversed());
        List<Slot> left = new ArrayList<>();
        for (Slot piece : sorted) {
            if (!whole(piece, used, placed)) {
                left.add(piece);
            }
        }
        left.forEach(piece -> cut(piece, used, placed));
        placed.sort(Comparator.comparingInt(Slot::word).thenComparingInt(Slot::offset));
        return new Layout(words, placed, fixed);
    }

    private static boolean whole(Slot piece, int[] used, List<Slot> placed) {
        for (int word = 0; word < used.length; word++) {
            if (used[word] + piece.width() <= 64) {
                put(piece, 0, piece.width(), word, used, placed);
                return true;
            }
        }
        return false;
    }

    private static void cut(Slot piece, int[] used, List<Slot> placed) {
        int from = 0;
        for (int word = 0; word < used.length && from < piece.width(); word++) {
            int width = Math.min(64 - used[word], piece.width() - from);
            if (width > 0) {
                put(piece, from, width, word, used, placed);
                from += width;
            }
        }
    }

    private static void put(Slot piece, int from, int width, int word, int[] used, List<Slot> placed) {
        placed.add(new Slot(piece.variable(), piece.leaf(), from, width, word, used[word]));
        used[word] += width;
    }

    /** Bits of a state that are in use. */
    public int bits() {
        return slots.stream().mapToInt(Slot::width).sum();
    }

    /** The slots of each variable, by leaf and first bit. */
    public Map<Variable, List<Slot>> byVariable() {
        Map<Variable, List<Slot>> found = new HashMap<>();
        for (Slot slot : slots) {
            found.computeIfAbsent(slot.variable(), _ -> new ArrayList<>()).add(slot);
        }
        found.values()
                .forEach(list -> list.sort(Comparator.comparingInt(Slot::leaf).thenComparingInt(Slot::from)));
        return found;
    }
}
