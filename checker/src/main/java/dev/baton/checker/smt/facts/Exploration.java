package dev.baton.checker.smt.facts;

import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.TermProgram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * All reachable states of a system, as its formulas say. It gives ideas of what to prove; nothing is believed because
 * it says so.
 *
 * @param states the bits of each leaf, breadth first. Not to be written to
 * @param steps of each state, those that change it: the number of the move, then that of the state after, in turn
 * @param distances of each state, how many steps it is away from the first
 */
record Exploration(List<long[]> states, List<int[]> steps, List<Integer> distances) {

    Exploration {
        states = List.copyOf(states);
        steps = List.copyOf(steps);
        distances = List.copyOf(distances);
    }

    /** How many steps a state is away from the first. */
    int distance(int state) {
        return distances.get(state);
    }

    /** A state that is looked up. */
    private static final class Key {
        private final long[] bits;
        private final int hash;

        Key(long[] bits) {
            this.bits = bits;
            this.hash = Arrays.hashCode(bits);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(bits, key.bits);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** Empty if there are more than so many states, or nobody wants to know any more. */
    static Optional<Exploration> of(SymbolicSystem system, int most, BooleanSupplier cancelled) {
        List<Term> roots = new ArrayList<>();
        for (Move move : system.moves()) {
            roots.add(move.guard());
            roots.addAll(move.changes().values());
        }
        TermProgram program =
                new TermProgram(roots, symbol -> system.leaf(symbol).number());
        List<Taking> moves =
                system.moves().stream().map(move -> Taking.of(move, program)).toList();
        long[] first = new long[system.leaves().size()];
        for (Leaf leaf : system.leaves()) {
            first[leaf.number()] = leaf.initial().value();
        }
        List<long[]> states = new ArrayList<>(List.of(first));
        List<int[]> steps = new ArrayList<>();
        List<Integer> distances = new ArrayList<>(List.of(0));
        Map<Key, Integer> numbers = new HashMap<>(Map.of(new Key(first), 0));
        for (int at = 0; at < states.size(); at++) {
            if (states.size() > most || (at % 256 == 0 && cancelled.getAsBoolean())) {
                return Optional.empty();
            }
            long[] state = states.get(at);
            program.run(state);
            int[] taken = new int[2 * moves.size()];
            int length = 0;
            for (int move = 0; move < moves.size(); move++) {
                Taking taking = moves.get(move);
                if (program.isTrue(taking.guard)) {
                    long[] after = taking.after(state, program);
                    if (!Arrays.equals(state, after)) {
                        Integer number = numbers.putIfAbsent(new Key(after), states.size());
                        if (number == null) {
                            states.add(after);
                            distances.add(distances.get(at) + 1);
                        }
                        taken[length++] = move;
                        taken[length++] = number == null ? states.size() - 1 : number;
                    }
                }
            }
            steps.add(Arrays.copyOf(taken, length));
        }
        return Optional.of(new Exploration(states, steps, distances));
    }

    /** A move, by places in a program. */
    private static final class Taking {
        private final int guard;
        private final int[] leaves;
        private final int[] values;

        private Taking(int guard, int[] leaves, int[] values) {
            this.guard = guard;
            this.leaves = leaves;
            this.values = values;
        }

        static Taking of(Move move, TermProgram program) {
            return new Taking(
                    program.place(move.guard()),
                    move.changes().keySet().stream().mapToInt(Integer::intValue).toArray(),
                    move.changes().values().stream().mapToInt(program::place).toArray());
        }

        long[] after(long[] state, TermProgram program) {
            long[] after = state.clone();
            for (int i = 0; i < leaves.length; i++) {
                after[leaves[i]] = program.bits(values[i]);
            }
            return after;
        }
    }
}
