package dev.baton.checker.explicit.layout;

import dev.baton.checker.explicit.encode.Decoding;
import dev.baton.checker.explicit.encode.Leaves;
import dev.baton.checker.explicit.encode.Vals;
import dev.baton.checker.explicit.ir.Bits;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Packs states of values, and unpacks them. */
public final class Packer {
    private final TransitionSystem system;
    private final Layout layout;
    private final State first;
    private final Map<Variable, List<Slot>> slots;

    /** @param first the first state: what variables are that never change */
    public Packer(TransitionSystem system, Layout layout, State first) {
        this.system = system;
        this.layout = layout;
        this.first = first;
        this.slots = layout.byVariable();
    }

    /** The words of a state. */
    public long[] pack(State state) {
        long[] words = new long[layout.words()];
        Vals vals = new Vals(new Terms());
        for (int i = 0; i < system.variables().size(); i++) {
            Variable variable = system.variables().get(i);
            if (!slots.containsKey(variable)) {
                continue;
            }
            List<Node> leaves = Leaves.of(vals.constant(state.get(i), variable.type()), vals);
            for (Slot slot : slots.get(variable)) {
                long bits = leaves.get(slot.leaf()).value() >>> slot.from() & Bits.mask(slot.width());
                words[slot.word()] |= bits << slot.offset();
            }
        }
        return words;
    }

    /** The state whose words begin at {@code at}. */
    public State unpack(long[] words, int at) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < system.variables().size(); i++) {
            Variable variable = system.variables().get(i);
            if (layout.fixed().contains(variable)) {
                values.add(first.get(i));
                continue;
            }
            long[] leaves = new long[Leaves.widths(variable.type()).size()];
            for (Slot slot : slots.getOrDefault(variable, List.of())) {
                long bits = words[at + slot.word()] >>> slot.offset() & Bits.mask(slot.width());
                leaves[slot.leaf()] |= bits << slot.from();
            }
            values.add(Decoding.value(variable.type(), leaves));
        }
        return new State(values);
    }
}
