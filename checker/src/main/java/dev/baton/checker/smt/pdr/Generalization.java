package dev.baton.checker.smt.pdr;

import java.util.Arrays;

/** Lets more states into a cube as long as it can be excluded by induction: whole variables first, then values. */
final class Generalization {
    private final Cells cells;
    private final FrameSolver solver;

    Generalization(Cells cells, FrameSolver solver) {
        this.cells = cells;
        this.solver = solver;
    }

    /** @param frame the one that the cube is to be excluded from; it can't be reached from the one before */
    Cube of(Cube cube, int frame) {
        Cube best = cube;
        for (int atom : cube.atoms()) {
            Cell cell = cells.cell(atom);
            boolean whole = cell.first() == atom || !has(cube, cell.first(), atom);
            if (whole) {
                best = tried(best, best.without(cell.first(), cell.first() + cell.values()), frame);
            }
        }
        for (int atom : best.atoms()) {
            if (cells.cell(atom).values() > 2) {
                best = tried(best, best.without(atom, atom + 1), frame);
            }
        }
        return best;
    }

    /** Whether a cube has an atom from one up to another. */
    private static boolean has(Cube cube, int from, int to) {
        return Arrays.stream(cube.atoms()).anyMatch(a -> a >= from && a < to);
    }

    private Cube tried(Cube cube, Cube wider, int frame) {
        if (wider.size() == cube.size() || wider.size() == 0 || cells.hasInitial(wider)) {
            return cube;
        }
        return solver.reached(wider, frame - 1, true) instanceof FrameSolver.Never never ? never.cube() : cube;
    }
}
