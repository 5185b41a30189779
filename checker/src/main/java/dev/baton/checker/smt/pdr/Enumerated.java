package dev.baton.checker.smt.pdr;

import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.checker.smt.system.StepRelation;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.interpreter.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

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
    private final IntConsumer progress;
    private final Deque<Cube> unchecked = new ArrayDeque<>();
    private final List<Cube> learned = new ArrayList<>();

    /**
     * @param known holds in all reachable states, and is inductive by itself
     * @param bad the states that must not be reached; none of the reachable ones is
     * @param reachable all reachable states
     * @param progress told the number of clauses
     */
    public Enumerated(
            SymbolicSystem system,
            Session session,
            List<Term> known,
            Term bad,
            List<State> reachable,
            IntConsumer progress) {
        this.cells = new Cells(system);
        this.examples = new Examples(
                cells, reachable.stream().map(s -> new Point(system.bits(s))).toList());
        this.solver = new FrameSolver(system, session, cells, StepRelation.of(system), known, bad);
        this.progress = progress;
        solver.addFrame();
        solver.addFrame();
    }

    public Pdr.Outcome run() {
        try {
            return search();
        } catch (StoppedException e) {
            return new Pdr.Undecided(e.reason(), learned.size(), solver.asked());
        }
    }

    private Pdr.Outcome search() {
        for (Optional<Point> bad = solver.badState(FRAME); bad.isPresent(); bad = solver.badState(FRAME)) {
            if (!exclude(bad.get())) {
                return new Pdr.Undecided("a reachable state is bad", learned.size(), solver.asked());
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
        return new Pdr.Proved(learned.stream().map(cells::clause).toList(), learned.size(), solver.asked());
    }

    /** Learns a clause that a state does not satisfy and all reachable ones do; false if it is reachable. */
    private boolean exclude(Point state) {
        Optional<Cube> cube = examples.excluding(cells.cube(state));
        cube.ifPresent(c -> {
            learned.add(c);
            unchecked.add(c);
            solver.exclude(c, FRAME);
            progress.accept(learned.size());
        });
        return cube.isPresent();
    }
}
