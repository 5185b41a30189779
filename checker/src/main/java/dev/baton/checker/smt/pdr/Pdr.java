package dev.baton.checker.smt.pdr;

import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.checker.smt.solver.StoppedException;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Valuation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * IC3 (Bradley 2011; Eén, Mishchenko and Brayton 2011). Frame {@code i} is an over-approximation of what can be reached
 * within {@code i} steps, as clauses; states that lead to a bad one are excluded, each with as many others as an
 * induction allows; when two frames are the same the property is proved.
 *
 * <p>With what others do at the level of bits it differs in what a literal says: that a variable does not have one of
 * its values ({@link Cells}).
 */
public final class Pdr {
    private final SymbolicSystem system;
    private final Cells cells;
    private final Justification justification;
    private final FrameSolver solver;
    private final Generalization generalization;
    private final Frames frames = new Frames();
    private final Term bad;
    private final Consumer<String> progress;

    /** @param thorough whether states that stand in the way of a wider cube are excluded too */
    public Pdr(Task task, boolean thorough) {
        this.system = task.system();
        this.cells = new Cells(system);
        this.justification = new Justification(system);
        this.solver = new FrameSolver(task, cells);
        this.generalization = new Generalization(cells, solver, frames, thorough);
        this.bad = task.bad();
        this.progress = task.progress();
    }

    /** A cube from which a bad state is reached, to be excluded from a frame. */
    private record Obligation(Cube cube, int frame, Optional<Move> move, Optional<Obligation> next, long age) {
        Obligation later() {
            return new Obligation(cube, frame + 1, move, next, age);
        }
    }

    public Outcome run() {
        try {
            return search();
        } catch (StoppedException e) {
            return new Outcome.Undecided(e.reason(), learned());
        }
    }

    private Outcome search() {
        addFrame();
        if (solver.badState(0).isPresent()) {
            return new Outcome.Refuted(List.of());
        }
        while (true) {
            addFrame();
            progress.accept(frames.size() + " frames");
            int last = frames.size() - 1;
            for (Optional<Point> state = solver.badState(last); state.isPresent(); state = solver.badState(last)) {
                Valuation valuation = state.get().valuation(system);
                Cube cube = cells.cube(state.get(), justification.of(List.of(bad), valuation));
                Optional<List<Move>> path =
                        block(new Obligation(cube, last, Optional.empty(), Optional.empty(), 0), last);
                if (path.isPresent()) {
                    return new Outcome.Refuted(path.get());
                }
            }
            Optional<Integer> same = propagate(last);
            if (same.isPresent()) {
                List<Term> invariant =
                        frames.from(same.get() + 1).stream().map(cells::clause).toList();
                return new Outcome.Proved(Optional.of(invariant), frames.size() + " frames");
            }
        }
    }

    /** What the frames exclude by now, the last first. */
    private List<Outcome.Learned> learned() {
        List<Outcome.Learned> learned = new ArrayList<>();
        for (int frame = frames.size() - 1; frame > 0; frame--) {
            String standing = "in all states within " + frame + (frame == 1 ? " step" : " steps");
            frames.at(frame).forEach(cube -> learned.add(new Outcome.Learned(cells.clause(cube), standing)));
        }
        return learned;
    }

    private void addFrame() {
        frames.add();
        solver.addFrame();
    }

    /** Excludes a cube and all that leads to it. The moves to a bad state if that can't be done. */
    private Optional<List<Move>> block(Obligation first, int last) {
        PriorityQueue<Obligation> open = new PriorityQueue<>(Comparator.comparingInt(Obligation::frame)
                .thenComparing(Comparator.comparingLong(Obligation::age).reversed()));
        open.add(first);
        long age = 0;
        while (!open.isEmpty()) {
            Obligation obligation = open.remove();
            if (cells.hasInitial(obligation.cube)) {
                return Optional.of(moves(obligation));
            }
            if (frames.excludes(obligation.cube, obligation.frame)) {
                if (obligation.frame < last) {
                    open.add(obligation.later());
                }
                continue;
            }
            switch (solver.reached(obligation.cube, obligation.frame - 1, true)) {
                case FrameSolver.From from -> {
                    age++;
                    open.add(obligation);
                    open.add(before(from.state(), obligation, age));
                }
                case FrameSolver.Never never -> {
                    Cube cube = generalization.of(never.cube(), obligation.frame);
                    int frame = obligation.frame;
                    while (frame < last && solver.reached(cube, frame, true) instanceof FrameSolver.Never) {
                        frame++;
                    }
                    learn(cube, frame);
                    if (frame < last) {
                        open.add(new Obligation(
                                obligation.cube, frame + 1, obligation.move, obligation.next, obligation.age));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private void learn(Cube cube, int frame) {
        frames.exclude(cube, frame);
        solver.exclude(cube, frame);
    }

    /** The states like one, from which the very same move leads into a cube. */
    private Obligation before(Point state, Obligation target, long age) {
        Valuation valuation = state.valuation(system);
        for (Move move : system.moves()) {
            if (valuation.isTrue(move.guard()) && leads(state, valuation, move, target.cube)) {
                List<Term> needed = new ArrayList<>();
                needed.add(move.guard());
                Arrays.stream(target.cube.atoms())
                        .map(atom -> cells.cell(atom).leaf().number())
                        .distinct()
                        .forEach(leaf -> needed.add(move.changes()
                                .getOrDefault(leaf, system.leaves().get(leaf).now())));
                Cube cube = cells.cube(state, justification.of(needed, valuation));
                return new Obligation(cube, target.frame - 1, Optional.of(move), Optional.of(target), age);
            }
        }
        throw new IllegalStateException("no move leads where the solver says that one does");
    }

    private boolean leads(Point state, Valuation valuation, Move move, Cube cube) {
        for (int atom : cube.atoms()) {
            Cell cell = cells.cell(atom);
            Term changed = move.changes().get(cell.leaf().number());
            long bits = changed == null ? state.of(cell.leaf()) : valuation.bits(changed);
            if (!cell.isTrue(atom, bits)) {
                return false;
            }
        }
        return true;
    }

    private static List<Move> moves(Obligation from) {
        List<Move> moves = new ArrayList<>();
        for (Optional<Obligation> at = Optional.of(from); at.isPresent(); at = at.get().next) {
            at.get().move.ifPresent(moves::add);
        }
        return moves;
    }

    /** Moves clauses to later frames; a frame that then is the same as the next. */
    private Optional<Integer> propagate(int last) {
        for (int frame = 1; frame < last; frame++) {
            for (Cube cube : frames.at(frame)) {
                if (solver.reached(cube, frame, false) instanceof FrameSolver.Never never) {
                    learn(never.cube().size() < cube.size() ? never.cube() : cube, frame + 1);
                }
            }
            if (frames.at(frame).isEmpty()) {
                return Optional.of(frame);
            }
        }
        return Optional.empty();
    }
}
