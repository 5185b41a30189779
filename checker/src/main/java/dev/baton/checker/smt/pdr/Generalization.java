package dev.baton.checker.smt.pdr;

import java.util.Optional;

/**
 * Lets more states into a cube as long as it can be excluded by induction: whole variables first, then values. What
 * stands in the way is a state from which the wider cube is reached; if it can't be reached itself it is excluded too,
 * else the cube is made wide enough to have it (Hassan, Bradley and Somenzi 2013).
 */
final class Generalization {
    private static final int MOST_OBSTACLES = 3;

    private final Cells cells;
    private final FrameSolver solver;
    private final Frames frames;
    private final boolean thorough;

    Generalization(Cells cells, FrameSolver solver, Frames frames, boolean thorough) {
        this.cells = cells;
        this.solver = solver;
        this.frames = frames;
        this.thorough = thorough;
    }

    /** @param frame the one that the cube is to be excluded from; it can't be reached from the one before */
    Cube of(Cube cube, int frame) {
        return of(cube, frame, thorough);
    }

    private Cube of(Cube cube, int frame, boolean removing) {
        Cube best = cube;
        int last = -1;
        for (int atom : cube.atoms()) {
            Cell cell = cells.cell(atom);
            if (cell.first() != last) {
                last = cell.first();
                best = tried(best, best.without(cell.first(), cell.first() + cell.atoms()), frame, removing);
            }
        }
        for (int atom : best.atoms()) {
            if (cells.cell(atom).atoms() > 2) {
                best = tried(best, best.without(atom, atom + 1), frame, removing);
            }
        }
        return best;
    }

    private Cube tried(Cube cube, Cube wider, int frame, boolean removing) {
        return wider.size() == cube.size()
                ? cube
                : excluded(wider, frame, removing).orElse(cube);
    }

    /** A cube that has all states of this one and can be excluded. */
    private Optional<Cube> excluded(Cube wanted, int frame, boolean removing) {
        Cube cube = wanted;
        int obstacles = 0;
        while (!cells.hasInitial(cube)) {
            switch (solver.reached(cube, frame - 1, true)) {
                case FrameSolver.Never never -> {
                    return Optional.of(never.cube());
                }
                case FrameSolver.From from -> {
                    if (!removing) {
                        return Optional.empty();
                    }
                    Cube obstacle = cells.cube(from.state());
                    if (obstacles < MOST_OBSTACLES && frame > 1 && removed(obstacle, frame - 1)) {
                        obstacles++;
                    } else {
                        obstacles = 0;
                        cube = cube.and(obstacle);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a cube could be excluded from a frame; then it is. */
    private boolean removed(Cube cube, int frame) {
        if (cells.hasInitial(cube) || !(solver.reached(cube, frame - 1, true) instanceof FrameSolver.Never never)) {
            return false;
        }
        int at = frame;
        while (at + 1 < frames.size() - 1 && solver.reached(never.cube(), at, true) instanceof FrameSolver.Never) {
            at++;
        }
        Cube found = of(never.cube(), at, false);
        frames.exclude(found, at);
        solver.exclude(found, at);
        return true;
    }
}
