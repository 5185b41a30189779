package dev.baton.checker.smt.pdr;

import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.model.interpreter.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An invariant learned from all reachable states, where a search has them: a clause that all of them satisfy is true,
 * and what is missing is only that the clauses together are kept by every step. Each state outside that a step leads
 * from gives one clause more, of as few variables as will do.
 */
public final class Enumerated {
    private static final int FRAME = 1;

    private final Cells cells;
    private final Examples examples;
    private final FrameSolver solver;
    private final Consumer<String> progress;
    private final int states;
    private final Deque<Cube> unchecked = new ArrayDeque<>();
    private final List<Cube> learned = new ArrayList<>();

    /** @param reachable all reachable states */
    public Enumerated(Task task, List<State> reachable) {
        this.cells = new Cells(task.system());
        this.examples = new Examples(
                cells,
                reachable.stream().map(s -> new Point(task.system().bits(s))).toList());
        this.solver = new FrameSolver(task, cells);
        this.progress = task.progress();
        this.states = reachable.size();
        solver.addFrame();
        solver.addFrame();
    }

    public Outcome run() {
        try {
            return search();
        } catch (StoppedException e) {
            return new Outcome.Undecided(e.reason());
        }
    }

    private Outcome search() {
        for (Optional<Point> bad = solver.badState(FRAME); bad.isPresent(); bad = solver.badState(FRAME)) {
            if (!exclude(bad.get())) {
                return new Outcome.Undecided("a reachable state is bad");
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
                Optional.of(learned.stream().map(cells::clause).toList()), states + " states");
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
