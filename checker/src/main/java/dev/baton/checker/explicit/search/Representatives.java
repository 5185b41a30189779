package dev.baton.checker.explicit.search;

import dev.baton.checker.explicit.search.CompiledSystem.Interchange;
import java.util.Arrays;
import java.util.List;

/**
 * Picks one state of all those that differ only in which member of a symmetric type is which: members are sorted by
 * their looks; of the ways to order members that look alike, and are yet not exchangeable, the least state counts. For
 * use by one thread.
 */
public final class Representatives {
    /** States that a representative may be searched among: the orders of 8 members. */
    public static final long MOST_ORDERS = 40_320;

    private final CompiledSystem system;
    private final int words;
    private final List<Interchange> types;
    private final List<Interchange> related;
    private final long orders;

    private final long[] best;
    private long least;
    private final long[][] tried;

    public Representatives(CompiledSystem system) {
        this.system = system;
        this.words = system.words();
        this.types = system.interchanges();
        this.related = types.stream().filter(t -> !t.complete()).toList();
        long product = 1;
        int depth = 1;
        for (Interchange type : types) {
            for (int i = 2; i <= type.members(); i++) {
                product = Math.multiplyExact(product, i);
            }
            depth += type.members();
        }
        this.orders = product;
        this.best = new long[words];
        this.tried = new long[depth][words];
    }

    /** Whether a state may stand for others. */
    public boolean any() {
        return !types.isEmpty();
    }

    /** Turns a state into the one that stands for it. */
    public void represent(long[] state, int at) {
        for (Interchange type : types) {
            sort(type, state, at);
        }
        if (!related.isEmpty()) {
            orderAlike(state, at);
            System.arraycopy(best, 0, state, at, words);
        }
    }

    private void sort(Interchange type, long[] state, int at) {
        int end = type.first() + type.members() - 1;
        for (int i = type.first(); i < end; i++) {
            for (int k = i; k >= type.first() && system.compare(k, state, at) > 0; k--) {
                system.exchange(k, state, at);
            }
        }
    }

    /** Finds the least state among the orders of members that look alike, and how many orders give it. */
    private void orderAlike(long[] sorted, int at) {
        System.arraycopy(sorted, at, best, 0, words);
        least = 0;
        System.arraycopy(sorted, at, tried[0], 0, words);
        order(0, 0, 0);
    }

    /** Tries every member of the run around {@code place} for that place, then goes on with the next. */
    private void order(int type, int place, int depth) {
        if (type == related.size()) {
            offer(tried[depth]);
            return;
        }
        Interchange of = related.get(type);
        if (place + 1 >= of.members()) {
            order(type + 1, 0, depth);
            return;
        }
        long[] here = tried[depth];
        long[] next = tried[depth + 1];
        for (int from = place; from < of.members(); from++) {
            if (from > place && system.compare(of.first() + from - 1, here, 0) != 0) {
                break;
            }
            System.arraycopy(here, 0, next, 0, words);
            for (int k = from - 1; k >= place; k--) {
                system.exchange(of.first() + k, next, 0);
            }
            order(type, place + 1, depth + 1);
        }
    }

    private void offer(long[] state) {
        int order = Arrays.compare(state, best);
        if (order < 0) {
            System.arraycopy(state, 0, best, 0, words);
            least = 1;
        } else if (order == 0) {
            least++;
        }
    }

    /** How many states a representative stands for, itself among them. */
    public long standsFor(long[] state, int at) {
        long same = 1;
        for (Interchange type : types) {
            if (type.complete()) {
                long run = 1;
                for (int k = type.first(); k < type.first() + type.members() - 1; k++) {
                    run = system.compare(k, state, at) == 0 ? run + 1 : 1;
                    same *= run;
                }
            }
        }
        if (!related.isEmpty()) {
            orderAlike(state, at);
            same *= least;
        }
        return orders / same;
    }
}
