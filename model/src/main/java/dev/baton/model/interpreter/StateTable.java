package dev.baton.model.interpreter;

import dev.baton.model.expr.Variable;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Distinct states, numbered from 0 in the order in which they came. A state is kept as a row of numbers, one a
 * variable: each value of a variable is kept once, however many states share it.
 */
final class StateTable {
    private static final int ROWS_A_PAGE = 1 << 10;

    private final List<Column> columns;
    private final int width;
    private final List<int[]> pages = new ArrayList<>();
    private int size;

    /** Open addressing with linear probing: the number of a state + 1, or 0 where none is. Half of it stays empty. */
    private int[] slots = new int[1 << 12];

    StateTable(List<Variable> variables) {
        this.columns = variables.stream().map(Column::new).toList();
        this.width = variables.size();
    }

    int size() {
        return size;
    }

    long bytes() {
        return 4L * ((long) pages.size() * ROWS_A_PAGE * width + slots.length);
    }

    /** The state of a number. */
    State get(int number) {
        Value[] values = new Value[width];
        int[] page = page(number);
        int start = start(number);
        for (int i = 0; i < width; i++) {
            values[i] = columns.get(i).value(page[start + i]);
        }
        return new State(List.of(values));
    }

    /** The number of a state; it was not there before if this is what {@link #size} was. */
    int add(State state) {
        int[] row = new int[width];
        for (int i = 0; i < width; i++) {
            row[i] = columns.get(i).number(state.get(i));
        }
        return add(row);
    }

    /** As {@link #add(State)}, quicker: {@code before} is what {@link #get} gave for {@code number}. */
    @SuppressWarnings("ReferenceEquality") // values that a step leaves alone are the same objects
    int add(State state, State before, int number) {
        int[] page = page(number);
        int start = start(number);
        int[] row = Arrays.copyOfRange(page, start, start + width);
        for (int i = 0; i < width; i++) {
            if (state.get(i) != before.get(i)) {
                row[i] = columns.get(i).number(state.get(i));
            }
        }
        return add(row);
    }

    private int add(int[] row) {
        int slot = slot(row, 0);
        while (slots[slot] != 0) {
            int known = slots[slot] - 1;
            int start = start(known);
            if (Arrays.equals(row, 0, width, page(known), start, start + width)) {
                return known;
            }
            slot = slot + 1 & slots.length - 1;
        }
        if (size % ROWS_A_PAGE == 0) {
            pages.add(new int[ROWS_A_PAGE * width]);
        }
        System.arraycopy(row, 0, pages.getLast(), start(size), width);
        slots[slot] = ++size;
        if (size > slots.length / 2) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        slots = new int[Math.multiplyExact(slots.length, 2)];
        for (int number = 0; number < size; number++) {
            int slot = slot(page(number), start(number));
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = number + 1;
        }
    }

    /** Where to look first for a row that begins at {@code start}. */
    private int slot(int[] page, int start) {
        int hash = 0;
        for (int i = start; i < start + width; i++) {
            hash = (hash ^ page[i]) * 0x9E3779B1;
            hash ^= hash >>> 15;
        }
        return hash & slots.length - 1;
    }

    private int[] page(int number) {
        return pages.get(number / ROWS_A_PAGE);
    }

    private int start(int number) {
        return number % ROWS_A_PAGE * width;
    }
}
