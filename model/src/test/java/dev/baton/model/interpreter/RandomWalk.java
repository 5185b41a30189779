package dev.baton.model.interpreter;

import static dev.baton.model.system.Property.Kind.ALWAYS_EVENTUALLY;
import static dev.baton.model.system.Property.Kind.EVENTUALLY;
import static dev.baton.model.system.Property.Kind.EVENTUALLY_ALWAYS;

import dev.baton.model.expr.Expr;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/** A small random walk with random fairness, and its liveness by trying all sets of states. */
final class RandomWalk {
    private record Move(String name, int from, int to) {}

    private record Unit(boolean strong, List<Move> moves) {}

    private final Walk walk = new Walk();
    private final Random random;
    private final int size;
    private final List<Move> moves = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();

    RandomWalk(Random random) {
        this.random = random;
        this.size = 2 + random.nextInt(5);
        int steps = 1 + random.nextInt(3 * size);
        for (int i = 0; i < steps; i++) {
            int from = random.nextInt(size);
            int to = random.nextInt(size);
            moves.add(new Move(walk.step(from, to), from, to));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            List<Move> some =
                    moves.stream().filter(move -> random.nextInt(3) == 0).toList();
            boolean strong = random.nextBoolean();
            String[] names = some.stream().map(Move::name).toArray(String[]::new);
            if (strong) {
                walk.system().strong(names);
            } else {
                walk.system().weak(names);
            }
            units.add(new Unit(strong, some));
        }
    }

    BitSet randomStates() {
        BitSet states = new BitSet();
        for (int i = 0; i < size; i++) {
            states.set(i, random.nextInt(3) == 0);
        }
        return states;
    }

    /** What the search says of each kind of liveness: whether it holds. */
    List<Boolean> check(BitSet p, BitSet q) {
        Expr atP = walk.at(p.stream().toArray());
        Expr atQ = walk.at(q.stream().toArray());
        return List.of(
                walk.check(EVENTUALLY, atP).equals("holds"),
                walk.check(ALWAYS_EVENTUALLY, atP).equals("holds"),
                walk.check(EVENTUALLY_ALWAYS, atP).equals("holds"),
                walk.leadsTo(atP, atQ).equals("holds"));
    }

    List<Boolean> bruteForce(BitSet p, BitSet q) {
        BitSet all = new BitSet();
        all.set(0, size);
        BitSet first = new BitSet();
        first.set(0);
        BitSet reachable = reach(first, all);
        BitSet notP = minus(all, p);
        BitSet notQ = minus(all, q);
        BitSet cause = minus(reachable, q);
        cause.and(p);
        return List.of(
                !fairSet(reach(first, notP), all),
                !fairSet(minus(reachable, p), all),
                !fairSet(reachable, notP),
                !fairSet(reach(cause, notQ), all));
    }

    /** The states of {@code region} on paths from {@code from} that stay in {@code region}. */
    private BitSet reach(BitSet from, BitSet region) {
        BitSet reached = (BitSet) from.clone();
        reached.and(region);
        for (int i = 0; i < size; i++) {
            for (Move move : moves) {
                if (reached.get(move.from) && region.get(move.to)) {
                    reached.set(move.to);
                }
            }
        }
        return reached;
    }

    /** Whether some set of states within {@code region}, one of them in {@code visit}, can be gone round fairly. */
    private boolean fairSet(BitSet region, BitSet visit) {
        for (long bits = 1; bits < 1L << size; bits++) {
            BitSet set = BitSet.valueOf(new long[] {bits});
            if (minus(set, region).isEmpty() && set.intersects(visit) && connected(set) && fair(set)) {
                return true;
            }
        }
        return false;
    }

    private boolean connected(BitSet set) {
        return set.stream().allMatch(state -> {
            BitSet start = new BitSet();
            start.set(state);
            return reach(start, set).equals(set);
        });
    }

    private boolean fair(BitSet set) {
        return units.stream().allMatch(unit -> {
            boolean taken = changes().stream()
                    .anyMatch(move -> set.get(move.from)
                            && set.get(move.to)
                            && unit.moves.stream().anyMatch(m -> m.from == move.from && m.to == move.to));
            BitSet enabled = new BitSet();
            unit.moves.stream().filter(move -> move.from != move.to).forEach(move -> enabled.set(move.from));
            enabled.and(set);
            return taken || (unit.strong ? enabled.isEmpty() : !enabled.equals(set));
        });
    }

    private List<Move> changes() {
        return moves.stream().filter(move -> move.from != move.to).toList();
    }

    private static BitSet minus(BitSet all, BitSet without) {
        BitSet rest = (BitSet) all.clone();
        rest.andNot(without);
        return rest;
    }

    @Override
    public String toString() {
        return moves + ", fair " + units;
    }
}
