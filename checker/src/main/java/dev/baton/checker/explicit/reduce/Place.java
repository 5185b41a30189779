package dev.baton.checker.explicit.reduce;

import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Opcode;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.program.Instance;
import dev.baton.checker.explicit.program.Resets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What tells where a task stands.
 *
 * @param field of a word of the state; a constant: nothing tells
 */
record Place(Node field, int values) {
    static final Place NOWHERE = new Place(new Terms().zero, 1);

    Resets.Field resets(List<List<Resets.Bits>> dead) {
        return field.constant()
                ? new Resets.Field(0, 0, 0, dead)
                : new Resets.Field(
                        (int) field.arg(0).immediate(0), (int) field.immediate(0), (int) field.immediate(1), dead);
    }

    /** See {@link StateCells#shape}: of what tells, and a cell. */
    String shape(StateCells.Cell cell, StateCells cells) {
        if (field.constant()) {
            return cells.shape(cell);
        }
        int begin = (int) (field.arg(0).immediate(0) * Long.SIZE + field.immediate(0));
        return cells.at(begin, (int) field.immediate(1))
                .map(own -> cells.shape(own, cell))
                .orElse(field + " " + cells.shape(cell));
    }

    /** Whether a step may be taken at a value, as far as its guard compares the field with constants. */
    boolean possible(int value, Instance instance) {
        return instance.guard().stream().noneMatch(condition -> excluded(condition, value));
    }

    private boolean excluded(Node condition, int value) {
        if (condition == field) {
            return value == 0;
        }
        boolean negated = condition.opcode() == Opcode.NOT;
        Node plain = negated ? condition.arg(0) : condition;
        if (plain == field) {
            return value != 0;
        }
        boolean compares = plain.opcode() == Opcode.EQ
                && plain.arg(0) == field
                && plain.arg(1).constant();
        return compares && (plain.arg(1).value() == value) == negated;
    }

    /** The values at which a step may be taken. */
    List<Integer> before(Instance instance) {
        return IntStream.range(0, values)
                .filter(v -> possible(v, instance))
                .boxed()
                .toList();
    }

    /** The value after a step. */
    Node next(Instance instance, Terms terms) {
        if (field.constant()) {
            return field;
        }
        Node word = instance.words().get((int) field.arg(0).immediate(0));
        return terms.field(word, (int) field.immediate(0), (int) field.immediate(1));
    }
}
