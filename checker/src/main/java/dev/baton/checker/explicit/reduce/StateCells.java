package dev.baton.checker.explicit.reduce;

import dev.baton.checker.explicit.encode.Cells;
import dev.baton.checker.explicit.encode.Leaves;
import dev.baton.checker.explicit.layout.Layout;
import dev.baton.checker.explicit.layout.Slot;
import dev.baton.model.expr.Variable;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parts of a state that can be set to any other value of theirs, and which of them look alike. */
final class StateCells {
    private final Set<String> exchangeable;
    private final List<Cell> cells = new ArrayList<>();

    /** @param exchangeable names of the index types whose members are exchanged */
    StateCells(Layout layout, Set<String> exchangeable) {
        this.exchangeable = Set.copyOf(exchangeable);
        for (Slot slot : layout.slots()) {
            int begin = slot.word() * Long.SIZE + slot.offset();
            boolean whole = slot.from() == 0
                    && slot.width() == Leaves.widths(slot.variable().type()).get(slot.leaf());
            if (!whole) {
                continue;
            }
            for (Cells.Cell cell : Cells.of(slot.variable().type())) {
                if (cell.leaf() == slot.leaf()) {
                    cells.add(new Cell(slot.variable(), cell.path(), begin + cell.offset(), cell.width()));
                }
            }
        }
    }

    /** @param begin its first bit in the state */
    record Cell(Variable variable, List<Cells.Step> path, int begin, int width) {
        Cell {
            path = List.copyOf(path);
        }

        boolean in(BitSet bits) {
            int next = bits.nextClearBit(begin);
            return next >= begin + width;
        }

        void addTo(BitSet bits) {
            bits.set(begin, begin + width);
        }
    }

    /** The bits of all cells of which no bit is live. */
    BitSet without(BitSet live) {
        BitSet bits = new BitSet();
        for (Cell cell : cells) {
            int next = live.nextSetBit(cell.begin);
            if (next < 0 || next >= cell.begin + cell.width) {
                cell.addTo(bits);
            }
        }
        return bits;
    }

    /** Those that lie in some bits. */
    List<Cell> in(BitSet bits) {
        return cells.stream().filter(cell -> cell.in(bits)).toList();
    }

    /** All. */
    List<Cell> all() {
        return List.copyOf(cells);
    }

    /** The cell that is some bits. */
    Optional<Cell> at(int begin, int width) {
        return cells.stream().filter(c -> c.begin == begin && c.width == width).findFirst();
    }

    /**
     * What exchanging members leaves of two cells: a pair of cells becomes any other of the same shape by some
     * exchanges. Members of exchangeable types do not appear by name, but by where in the paths they occur first.
     */
    String shape(Cell one, Cell other) {
        List<Cells.Entry> seen = new ArrayList<>();
        return shape(one, seen) + " " + shape(other, seen);
    }

    /** The same of one cell. */
    String shape(Cell one) {
        return shape(one, new ArrayList<>());
    }

    private String shape(Cell cell, List<Cells.Entry> seen) {
        StringBuilder shape = new StringBuilder(cell.variable.name());
        for (Cells.Step step : cell.path) {
            switch (step) {
                case Cells.Field p -> shape.append('.').append(p.number());
                case Cells.Entry e -> {
                    if (e.key() instanceof Type.Index t && exchangeable.contains(t.name())) {
                        if (!seen.contains(e)) {
                            seen.add(e);
                        }
                        shape.append("[#").append(seen.indexOf(e)).append(']');
                    } else {
                        shape.append('[').append(e.number()).append(']');
                    }
                }
            }
        }
        return shape.toString();
    }
}
