package dev.baton.checker.explicit.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * A random graph as a system. Node 0 is the first state. Its states are words drawn at random; two of them are all
 * zeros and all ones.
 */
final class GraphSystem implements CompiledSystem {

    private final int words;
    private final int bits;
    private final int most;
    private final long[][] states;
    private final int[][] successors;
    private final boolean[] mayStop;
    private final long[] decided;
    private final Map<List<Long>, Integer> nodes = new HashMap<>();

    private GraphSystem(int words, int bits, int most, int size) {
        this.words = words;
        this.bits = bits;
        this.most = most;
        this.states = new long[size][words];
        this.successors = new int[size][];
        this.mayStop = new boolean[size];
        this.decided = new long[size];
    }

    /** @param most successors of a state */
    static GraphSystem random(long seed, int words, int size, int most) {
        return random(seed, words, Long.SIZE, size, most);
    }

    /**
     * @param bits of each word that may be set
     * @param most successors of a state
     */
    static GraphSystem random(long seed, int words, int bits, int size, int most) {
        long mask = -1L >>> (Long.SIZE - bits);
        GraphSystem system = new GraphSystem(words, bits, most, size);
        Random random = new Random(seed);
        Arrays.fill(system.states[size / 3], mask);
        system.nodes.put(key(system.states[size / 3], 0, words), size / 3);
        system.nodes.put(key(system.states[size / 2], 0, words), size / 2);
        for (int node = 0; node < size; node++) {
            while (!system.has(node)) {
                Arrays.setAll(
                        system.states[node],
                        i -> random.nextInt(4) == 0 ? random.nextInt(3) : random.nextLong() & mask);
                system.nodes.putIfAbsent(key(system.states[node], 0, words), node);
            }
            // Mostly forward and near, so that there are many levels.
            int reach = 1 + random.nextInt(random.nextInt(16) == 0 ? size : 4 * most);
            system.successors[node] = random.ints(random.nextInt(most + 1), node - reach / 2, node + reach + 1)
                    .map(to -> Math.clamp(to, 0, size - 1))
                    .toArray();
            system.mayStop[node] = random.nextBoolean();
            system.decided[node] = random.nextInt(size) < 8 ? 1L << random.nextInt(64) : 0;
        }
        return system;
    }

    private boolean has(int node) {
        return nodes.getOrDefault(key(states[node], 0, words), -1) == node;
    }

    private static List<Long> key(long[] state, int at, int words) {
        List<Long> key = new ArrayList<>(words);
        for (int i = 0; i < words; i++) {
            key.add(state[at + i]);
        }
        return key;
    }

    private int node(long[] state, int at) {
        return Objects.requireNonNull(nodes.get(key(state, at, words)));
    }

    int size() {
        return states.length;
    }

    @Override
    public int words() {
        return words;
    }

    @Override
    public int bits() {
        return Long.SIZE * (words - 1) + bits;
    }

    @Override
    public int instances() {
        return most;
    }

    @Override
    public int mostSuccessors() {
        return most;
    }

    @Override
    public void initial(long[] to, int at) {
        System.arraycopy(states[0], 0, to, at, words);
    }

    @Override
    public int successors(long[] from, int at, long[] to, int[] by, int n) {
        int next = n;
        for (int successor : successors[node(from, at)]) {
            System.arraycopy(states[successor], 0, to, next * words, words);
            by[next] = next - n;
            next++;
        }
        return next;
    }

    @Override
    public boolean mayStop(long[] state, int at) {
        return mayStop[node(state, at)];
    }

    @Override
    public long decided(long[] state, int at) {
        return decided[node(state, at)];
    }

    @Override
    public long refuted(long[] before, int at, long[] after, int then) {
        if (Arrays.equals(before, at, at + words, after, then, then + words)) {
            throw new IllegalArgumentException("the step changes nothing");
        }
        int from = node(before, at);
        int to = node(after, then);
        return (from + 3 * to) % 97 == 0 ? 1 + from % 3 : 0;
    }

    @Override
    public int stepProperties() {
        return 2;
    }

    /** What a search should find, by the simplest search there is. */
    record Expected(
            long distinct,
            long generated,
            int depth,
            Map<Integer, Integer> decided,
            Map<Integer, Integer> refuted,
            int deadlock,
            List<Long> taken) {}

    /** Levels at which things are found first; a deadlock nowhere is at -1. */
    Expected search() {
        Map<Integer, Integer> levels = new HashMap<>();
        List<Integer> queue = new ArrayList<>(List.of(0));
        levels.put(0, 0);
        long generated = 1;
        Map<Integer, Integer> decidedAt = new HashMap<>();
        Map<Integer, Integer> refutedAt = new HashMap<>();
        int deadlock = -1;
        Long[] taken = new Long[most];
        Arrays.fill(taken, 0L);
        for (int i = 0; i < queue.size(); i++) {
            int node = queue.get(i);
            int level = Objects.requireNonNull(levels.get(node));
            for (int bit = 0; bit < 64; bit++) {
                if ((decided[node] >>> bit & 1) != 0) {
                    decidedAt.putIfAbsent(bit, level);
                }
            }
            if (successors[node].length == 0 && !mayStop[node] && deadlock < 0) {
                deadlock = level;
            }
            generated += successors[node].length + (mayStop[node] ? 1 : 0);
            for (int k = 0; k < successors[node].length; k++) {
                int to = successors[node][k];
                taken[k]++;
                if (to != node) {
                    long bits = refuted(states[node], 0, states[to], 0);
                    for (int bit = 0; bit < 2; bit++) {
                        if ((bits >>> bit & 1) != 0) {
                            refutedAt.putIfAbsent(bit, level + 1);
                        }
                    }
                }
                if (levels.putIfAbsent(to, level + 1) == null) {
                    queue.add(to);
                }
            }
        }
        int depth = Objects.requireNonNull(levels.get(queue.getLast())) + 1;
        return new Expected(queue.size(), generated, depth, decidedAt, refutedAt, deadlock, Arrays.asList(taken));
    }

    /** Whether a path begins at the first state and has steps of this graph only. */
    boolean isPath(StatePath path) {
        int node = 0;
        if (node(path.states().getFirst(), 0) != 0) {
            return false;
        }
        for (long[] state : path.states().subList(1, path.states().size())) {
            int next = node(state, 0);
            if (Arrays.stream(successors[node]).noneMatch(to -> to == next)) {
                return false;
            }
            node = next;
        }
        return true;
    }
}
