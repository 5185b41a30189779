package dev.baton.checker.smt.pdr;

import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Valuation;
import dev.baton.model.interpreter.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An invariant learned from all reachable states, where a search has them: a clause that all of them satisfy is true,
 * and what is missing is only that the clauses together are kept by every step. Each state outside that a step leads
 * from gives one clause more, of as few variables as will do.
 */
public final class Enumerated {
    private static final int FRAME = 1;

    private final Task task;
    private final List<State> reachable;
    private final Function<State, List<State>> way;
    private final Cells cells;
    private final Examples examples;
    private final FrameSolver solver;
    private final Consumer<String> progress;
    private final Deque<Cube> unchecked = new ArrayDeque<>();
    private final List<Cube> learned = new ArrayList<>();

    /**
     * Of a task.
     *
     * @param reachable all reachable states, breadth first
     * @param way the states from the first to a reachable one
     */
    public Enumerated(Task task, List<State> reachable, Function<State, List<State>> way) {
        this.task = task;
        this.reachable = List.copyOf(reachable);
        this.way = way;
        this.cells = new Cells(task.system());
        this.examples = new Examples(
                cells,
                reachable.stream().map(s -> new Point(task.system().bits(s))).toList());
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
        State bad = reachable.stream()
                .filter(state -> valuation(state).isTrue(task.bad()))
                .findFirst()
                .orElseThrow();
        List<State> states = way.apply(bad);
        List<Move> moves = new ArrayList<>();
        for (int step = 1; step < states.size(); step++) {
            long[] before = system.bits(states.get(step - 1));
            long[] after = system.bits(states.get(step));
            Valuation valuation = valuation(states.get(step - 1));
            moves.add(system.moves().stream()
                    .filter(move -> valuation.isTrue(move.guard()) && leads(before, valuation, move, after))
                    .findFirst()
                    .orElseThrow());
        }
        return moves;
    }

    private Valuation valuation(State state) {
        return new Point(task.system().bits(state)).valuation(task.system());
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
            learned.add(c);
            unchecked.add(c);
            solver.exclude(c, FRAME);
            progress.accept(learned.size() + " clauses");
        });
        return cube.isPresent();
    }
}
