package dev.baton.checker.smt.pdr;

import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Valuation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * An invariant learned from all reachable states, where a search has them: a clause that all of them satisfy is true,
 * and what is missing is only that the clauses together are kept by every step. Each state outside that a step leads
 * from gives one clause more, of as few variables as will do.
 */
public final class Enumerated {
    private static final int FRAME = 1;

    private final Task task;
    private final List<long[]> reachable;
    private final IntFunction<List<long[]>> way;
    private final Cells cells;
    private final Examples examples;
    private final FrameSolver solver;
    private final Consumer<String> progress;
    private final Deque<Cube> unchecked = new ArrayDeque<>();
    private final List<Cube> learned = new ArrayList<>();

    /**
     * Of a task.
     *
     * @param reachable the bits of all reachable states, breadth first; or of more states, of which every step leads to
     *     one of them. Not to be written to any more
     * @param way the states from the first to the one of a number
     */
    public Enumerated(Task task, List<long[]> reachable, IntFunction<List<long[]>> way) {
        this(task, reachable, Optional.empty(), way);
    }

    /**
     * Of a task in which something is counted.
     *
     * @param reachable the bits of states that, with all that differ from one of them only in that they count less, are
     *     all reachable ones, or more, of which every step leads to one of them. Not to be written to any more
     * @param counting the leaf that counts
     */
    public static Enumerated counting(Task task, List<long[]> reachable, Leaf counting) {
        return new Enumerated(task, reachable, Optional.of(counting), state -> {
            throw new IllegalStateException("state " + state + " counts too far, and was not thought to");
        });
    }

    private Enumerated(Task task, List<long[]> reachable, Optional<Leaf> counting, IntFunction<List<long[]>> way) {
        this.task = task;
        this.reachable = List.copyOf(reachable);
        this.way = way;
        this.cells = new Cells(task.system(), counting);
        this.examples = new Examples(cells, reachable.stream().map(Point::new).toList());
        this.solver = new FrameSolver(task, cells);
        this.progress = task.progress();
        solver.addFrame();
        solver.addFrame();
    }

    public Outcome run() {
        try {
            return search();
        } catch (StoppedException e) {
            return new Outcome.Undecided(
                    e.reason(),
                    learned.stream()
                            .map(cube -> new Outcome.Learned(cells.clause(cube), Outcome.Learned.REACHABLE))
                            .toList());
        }
    }

    private Outcome search() {
        for (Optional<Point> bad = solver.badState(FRAME); bad.isPresent(); bad = solver.badState(FRAME)) {
            if (!exclude(bad.get())) {
                return new Outcome.Refuted(moves());
            }
        }
        while (!unchecked.isEmpty()) {
            Cube cube = unchecked.peek();
            switch (solver.reached(cube, FRAME, false)) {
                case FrameSolver.Never _ -> unchecked.remove();
                case FrameSolver.From from -> {
                    if (!exclude(from.state())) {
                        throw new IllegalStateException("a step leads from a reachable state to one that is not");
                    }
                }
            }
        }
        return new Outcome.Proved(
                Optional.of(learned.stream().map(cells::clause).toList()), reachable.size() + " states");
    }

    /** To the first state that is bad; there is one. */
    private List<Move> moves() {
        SymbolicSystem system = task.system();
        int bad = IntStream.range(0, reachable.size())
                .filter(i -> valuation(reachable.get(i)).isTrue(task.bad()))
                .findFirst()
                .orElseThrow();
        List<long[]> states = way.apply(bad);
        List<Move> moves = new ArrayList<>();
        for (int step = 1; step < states.size(); step++) {
            long[] before = states.get(step - 1);
            long[] after = states.get(step);
            Valuation valuation = valuation(before);
            moves.add(system.moves().stream()
                    .filter(move -> valuation.isTrue(move.guard()) && leads(before, valuation, move, after))
                    .findFirst()
                    .orElseThrow());
        }
        return moves;
    }

    private Valuation valuation(long[] state) {
        return new Point(state).valuation(task.system());
    }

    private static boolean leads(long[] before, Valuation valuation, Move move, long[] after) {
        long[] reached = before.clone();
        move.changes().forEach((leaf, value) -> reached[leaf] = valuation.bits(value));
        return Arrays.equals(reached, after);
    }

    /** Learns a clause that a state does not satisfy and all reachable ones do; false if it is reachable. */
    private boolean exclude(Point state) {
        Optional<Cube> cube = examples.excluding(cells.cube(state));
        cube.ifPresent(c -> {
            learned.removeIf(c::covers);
            unchecked.removeIf(c::covers);
            learned.add(c);
            unchecked.add(c);
            solver.exclude(c, FRAME);
            progress.accept(learned.size() + " clauses");
        });
        return cube.isPresent();
    }
}
