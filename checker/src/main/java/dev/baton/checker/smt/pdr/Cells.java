package dev.baton.checker.smt.pdr;

import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Sort;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The atoms of cubes: that a {@link Cell} does <em>not</em> have a value, or, where it counts, that it is more than
 * one. A whole state is all atoms that are true in it; leaving one out lets one value more in, so that a core of a
 * solver's is at once the most general cube it knows of.
 */
final class Cells {
    /** A leaf of more values than this is spoken of bit by bit. */
    private static final BigInteger MOST_VALUES = BigInteger.valueOf(16);

    private final Terms terms;
    private final List<Cell> byAtom = new ArrayList<>();
    private final List<List<Cell>> byLeaf = new ArrayList<>();

    /** No leaf counts. */
    Cells(SymbolicSystem system) {
        this(system, Optional.empty());
    }

    /** @param counting the leaf of which only matters how much it is at least */
    Cells(SymbolicSystem system, Optional<Leaf> counting) {
        this.terms = system.terms();
        for (Leaf leaf : system.leaves()) {
            byLeaf.add(new ArrayList<>());
            if (counting.isPresent() && counting.get().number() == leaf.number()) {
                add(leaf, Cell.Part.COUNT, 0, leaf.values().intValueExact() - 1);
            } else if (leaf.values().compareTo(MOST_VALUES) <= 0) {
                add(leaf, Cell.Part.WHOLE, 0, leaf.values().intValue());
            } else {
                for (int bit = 0; bit < leaf.now().width(); bit++) {
                    add(leaf, Cell.Part.BIT, bit, 2);
                }
            }
        }
    }

    private void add(Leaf leaf, Cell.Part part, int bit, int atoms) {
        Cell cell = new Cell(leaf, part, bit, atoms, byAtom.size());
        byLeaf.get(leaf.number()).add(cell);
        for (int atom = 0; atom < atoms; atom++) {
            byAtom.add(cell);
        }
    }

    int atoms() {
        return byAtom.size();
    }

    /** The cell that an atom is of. */
    Cell cell(int atom) {
        return byAtom.get(atom);
    }

    /** What an atom denies, of the state or of the state after. */
    Term denied(int atom, boolean after) {
        Cell cell = byAtom.get(atom);
        Term leaf = after ? cell.leaf().next() : cell.leaf().now();
        int value = atom - cell.first();
        return switch (cell.part()) {
            case WHOLE -> has(leaf, value);
            case BIT -> {
                // the bit is set if the leaf with all above it dropped reaches it
                Term low = terms.resize(leaf, cell.bit() + 1, false);
                Term reaches = terms.not(terms.below(low, terms.number(1L << cell.bit(), cell.bit() + 1)));
                yield value == 1 ? reaches : terms.not(reaches);
            }
            case COUNT -> terms.below(leaf, terms.number(value + 1L, leaf.width()));
        };
    }

    private Term has(Term leaf, int value) {
        if (leaf.sort() instanceof Sort.Bool) {
            return value == 1 ? leaf : terms.not(leaf);
        }
        return terms.equal(leaf, terms.number(value, leaf.width()));
    }

    /** The cube of all states that agree with one in some leaves; where one of these counts, or count more. */
    Cube cube(Point state, Set<Integer> leaves) {
        List<Integer> atoms = new ArrayList<>();
        leaves.stream().sorted().forEach(leaf -> {
            for (Cell cell : byLeaf.get(leaf)) {
                for (int atom = cell.first(); atom < cell.first() + cell.atoms(); atom++) {
                    if (cell.isTrue(atom, state.of(cell.leaf()))) {
                        atoms.add(atom);
                    }
                }
            }
        });
        return Cube.of(atoms);
    }

    /** The cube of one state. */
    Cube cube(Point state) {
        return cube(state, IntStream.range(0, byLeaf.size()).boxed().collect(Collectors.toSet()));
    }

    /** Whether the first state is in a cube. */
    boolean hasInitial(Cube cube) {
        return excluding(cube) < 0;
    }

    /** An atom of a cube that is false in the first state; -1 if all are true. */
    int excluding(Cube cube) {
        for (int atom : cube.atoms()) {
            Cell cell = byAtom.get(atom);
            if (!cell.isTrue(atom, cell.leaf().initial().value())) {
                return atom;
            }
        }
        return -1;
    }

    /** What no state of a cube satisfies, and all others do. */
    Term clause(Cube cube) {
        List<Term> any = new ArrayList<>();
        for (int atom : cube.atoms()) {
            any.add(denied(atom, false));
        }
        return terms.any(any);
    }
}
