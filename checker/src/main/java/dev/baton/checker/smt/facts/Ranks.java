package dev.baton.checker.smt.facts;

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
 * How far a {@link Monitor} can count from where it is: by a walk over all reachable states with their history and
 * flags. This is an idea of what to prove, not a proof.
 *
 * @param nodes what is reached: the number of the state, the history in bit 0 and the flags above it
 * @param ranks how often it still counts from there before it is reset, at most
 */
record Ranks(List<int[]> nodes, List<Integer> ranks) {
    private static final int MOST_DUTIES = 20;

    Ranks {
        nodes = List.copyOf(nodes);
        ranks = List.copyOf(ranks);
    }

    /** The highest. */
    int most() {
        return ranks.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /**
     * Empty if it counts for ever, if there are more than so many nodes, or if nobody wants to know any more.
     *
     * @param stops whether it is also empty if a behaviour may stop and refute
     */
    static Optional<Ranks> of(
            Monitor monitor,
            SymbolicSystem system,
            Exploration all,
            boolean stops,
            int most,
            BooleanSupplier cancelled) {
        return monitor.duties() > MOST_DUTIES
                ? Optional.empty()
                : new Walk(monitor, system, all, stops, most, cancelled).ranks();
    }

    private static final class Walk {
        private final Exploration all;
        private final boolean stops;
        private final int most;
        private final BooleanSupplier cancelled;
        private final int duties;
        private final TermProgram program;
        private final int alive;
        private final int after;
        private final int stopped;
        /** By the number of the move and the duty. */
        private final int[][] done;

        private final int historyInput;
        private final long first;
        private final List<int[]> nodes = new ArrayList<>();
        private final Map<Long, Integer> numbers = new HashMap<>();
        /** Of each node those that it leads to while it is alive; as {@code 2 * node}, and 1 more if it counts. */
        private final List<int[]> next = new ArrayList<>();

        Walk(
                Monitor monitor,
                SymbolicSystem system,
                Exploration all,
                boolean stops,
                int most,
                BooleanSupplier cancelled) {
            this.all = all;
            this.stops = stops;
            this.most = most;
            this.cancelled = cancelled;
            this.duties = monitor.duties();
            this.historyInput = system.leaves().size();
            this.first = monitor.firstHistory() ? 1 : 0;
            List<Term> roots = new ArrayList<>(List.of(monitor.alive(), monitor.after(), monitor.stopped()));
            List<List<Term>> duty = new ArrayList<>();
            for (Move move : system.moves()) {
                List<Term> row = new ArrayList<>();
                for (int i = 0; i < duties; i++) {
                    row.add(monitor.done(i, move));
                }
                duty.add(row);
                roots.addAll(row);
            }
            this.program = new TermProgram(
                    roots,
                    symbol -> symbol == monitor.history()
                            ? historyInput
                            : system.leaf(symbol).number());
            this.alive = program.place(monitor.alive());
            this.after = program.place(monitor.after());
            this.stopped = program.place(monitor.stopped());
            this.done = duty.stream()
                    .map(row -> row.stream().mapToInt(program::place).toArray())
                    .toArray(int[][]::new);
        }

        Optional<Ranks> ranks() {
            number(0, (int) first);
            for (int node = 0; node < nodes.size(); node++) {
                if (nodes.size() > most || (node % 1024 == 0 && cancelled.getAsBoolean()) || !expand(node)) {
                    return Optional.empty();
                }
            }
            return new LongestCounts(next)
                    .of()
                    .map(ranks -> new Ranks(nodes, Arrays.stream(ranks).boxed().toList()));
        }

        private int number(int state, int bits) {
            Integer known = numbers.putIfAbsent((long) state << 32 | bits, nodes.size());
            if (known != null) {
                return known;
            }
            nodes.add(new int[] {state, bits});
            return nodes.size() - 1;
        }

        /** False if a behaviour may stop here, and must not. */
        private boolean expand(int node) {
            int state = nodes.get(node)[0];
            int bits = nodes.get(node)[1];
            long[] inputs = Arrays.copyOf(all.states().get(state), historyInput + 1);
            inputs[historyInput] = bits & 1;
            program.run(inputs);
            if (stops && program.isTrue(stopped)) {
                return false;
            }
            boolean living = program.isTrue(alive);
            int history = program.isTrue(after) ? 1 : 0;
            int[] steps = all.steps().get(state);
            int[] leads = new int[steps.length / 2];
            for (int i = 0; i < steps.length; i += 2) {
                int flags = bits >>> 1;
                for (int duty = 0; duty < duties; duty++) {
                    if (program.isTrue(done[steps[i]][duty])) {
                        flags |= 1 << duty;
                    }
                }
                boolean counts = flags == (1 << duties) - 1;
                int there = number(steps[i + 1], (living && !counts ? flags << 1 : 0) | history);
                leads[i / 2] = 2 * there + (counts ? 1 : 0);
            }
            next.add(living ? leads : new int[0]);
            return true;
        }
    }
}
