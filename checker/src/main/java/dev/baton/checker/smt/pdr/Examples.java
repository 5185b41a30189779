package dev.baton.checker.smt.pdr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All reachable states, as a column of bits for each atom: whether a cube has a reachable state is a few words' work.
 */
final class Examples {
    private final Cells cells;
    private final List<long[]> columns = new ArrayList<>();
    private final int words;
    private final int count;

    Examples(Cells cells, List<Point> states) {
        this.cells = cells;
        this.count = states.size();
        this.words = (count + 63) / 64;
        for (int atom = 0; atom < cells.atoms(); atom++) {
            Cell cell = cells.cell(atom);
            long[] column = new long[words];
            for (int i = 0; i < count; i++) {
                if (cell.isTrue(atom, states.get(i).of(cell.leaf()))) {
                    column[i / 64] |= 1L << (i % 64);
                }
            }
            columns.add(column);
        }
    }

    /**
     * A cube that has a state and no reachable one, of few variables, and of those as many values as can be.
     *
     * @param state one that is not reachable
     * @return empty if it is reachable after all
     */
    Optional<Cube> excluding(Cube state) {
        long[] left = all();
        List<Integer> chosen = new ArrayList<>();
        List<int[]> groups = groups(state);
        while (!empty(left)) {
            int best = -1;
            long fewest = count(left);
            for (int i = 0; i < groups.size(); i++) {
                long remaining = count(met(left, groups.get(i)));
                if (remaining < fewest) {
                    fewest = remaining;
                    best = i;
                }
            }
            if (best < 0) {
                return Optional.empty();
            }
            for (int atom : groups.get(best)) {
                chosen.add(atom);
            }
            left = met(left, groups.get(best));
        }
        return Optional.of(least(chosen));
    }

    /** Without the atoms that are not needed, those chosen first tried last. */
    private Cube least(List<Integer> chosen) {
        List<Integer> needed = List.copyOf(chosen);
        for (int atom : chosen.reversed()) {
            List<Integer> fewer = needed.stream().filter(a -> a != atom).toList();
            long[] left = all();
            for (int other : fewer) {
                left = met(left, new int[] {other});
            }
            if (empty(left)) {
                needed = fewer;
            }
        }
        return Cube.of(needed);
    }

    /** The atoms of a cube by cell. */
    private List<int[]> groups(Cube cube) {
        List<int[]> groups = new ArrayList<>();
        List<Integer> group = new ArrayList<>();
        int last = -1;
        for (int atom : cube.atoms()) {
            int first = cells.cell(atom).first();
            if (first != last && !group.isEmpty()) {
                groups.add(group.stream().mapToInt(Integer::intValue).toArray());
                group.clear();
            }
            last = first;
            group.add(atom);
        }
        groups.add(group.stream().mapToInt(Integer::intValue).toArray());
        return groups;
    }

    private long[] all() {
        long[] all = new long[words];
        for (int i = 0; i < count; i++) {
            all[i / 64] |= 1L << (i % 64);
        }
        return all;
    }

    private long[] met(long[] states, int[] atoms) {
        long[] left = states.clone();
        for (int atom : atoms) {
            long[] column = columns.get(atom);
            for (int i = 0; i < words; i++) {
                left[i] &= column[i];
            }
        }
        return left;
    }

    private static boolean empty(long[] states) {
        return count(states) == 0;
    }

    private static long count(long[] states) {
        long count = 0;
        for (long word : states) {
            count += Long.bitCount(word);
        }
        return count;
    }
}
