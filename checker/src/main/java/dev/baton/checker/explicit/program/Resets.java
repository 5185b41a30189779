package dev.baton.checker.explicit.program;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a state is written before it is read again, by the value of a field: it is as in the first state then.
 *
 * @param fields a field for each value of which other bits are of no account
 */
public record Resets(List<Field> fields) {

    /** Nothing is ever reset. */
    public static final Resets NONE = new Resets(List.of());

    public Resets {
        fields = List.copyOf(fields);
    }

    /** @param dead by value of the field: may be empty */
    public record Field(int word, int offset, int width, List<List<Bits>> dead) {
        public Field {
            dead = dead.stream().map(List::copyOf).toList();
        }

        int value(long[] state, int at) {
            return (int) (state[at + word] >>> offset & ((1L << width) - 1));
        }
    }

    /** Bits of a word, and what they are in the first state. */
    public record Bits(int word, long mask, long first) {}

    /** Gives what is of no account the values of the first state. */
    public void apply(long[] state, int at) {
        List<List<Bits>> all = new ArrayList<>();
        for (Field field : fields) {
            int value = field.value(state, at);
            if (value < field.dead.size()) {
                all.add(field.dead.get(value));
            }
        }
        for (List<Bits> dead : all) {
            for (Bits bits : dead) {
                state[at + bits.word] = (state[at + bits.word] & ~bits.mask) | bits.first;
            }
        }
    }
}
