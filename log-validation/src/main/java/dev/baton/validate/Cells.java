package dev.baton.validate;

import dev.baton.model.expr.Variable;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cells of a system, numbered: each entry of a small map, each other variable. */
final class Cells {
    private static final BigInteger LARGEST = BigInteger.valueOf(256);

    private final Map<Variable, Integer> positions = new HashMap<>();
    private final int[] first;
    private final int[] keys;

    Cells(TransitionSystem system) {
        List<Variable> variables = system.variables();
        first = new int[variables.size()];
        keys = new int[variables.size()];
        int next = 0;
        for (int i = 0; i < first.length; i++) {
            positions.put(variables.get(i), i);
            first[i] = next;
            boolean split = variables.get(i).type() instanceof Type.MapOf map
                    && Domain.size(map.key()).compareTo(LARGEST) <= 0;
            keys[i] = split
                    ? Domain.size(((Type.MapOf) variables.get(i).type()).key()).intValueExact()
                    : 0;
            next += Math.max(1, keys[i]);
        }
    }

    int position(Variable variable) {
        Integer position = positions.get(variable);
        if (position == null) {
            throw new IllegalArgumentException("no variable of the system: " + variable);
        }
        return position;
    }

    /** Whether the entries of a variable are cells of their own. */
    boolean split(int variable) {
        return keys[variable] > 0;
    }

    /** The numbers of these cells. */
    BitSet numbers(Collection<Cell> cells) {
        BitSet numbers = new BitSet();
        for (Cell cell : cells) {
            int start = first[cell.variable()];
            if (cell.key() >= 0 && keys[cell.variable()] > 0) {
                numbers.set(start + cell.key());
            } else {
                numbers.set(start, start + Math.max(1, keys[cell.variable()]));
            }
        }
        return numbers;
    }
}
