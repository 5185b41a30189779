package dev.baton.checker.explicit.layout;

import dev.baton.checker.explicit.encode.Conversion;
import dev.baton.checker.explicit.encode.Leaves;
import dev.baton.checker.explicit.encode.Val;
import dev.baton.checker.explicit.encode.Vals;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Piece;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.symbolic.Reader;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Variables as terms over the words of a state, and words as terms over variables. Words from 0 on are of the state (in
 * step properties, of the state before), words from {@link Layout#words} on of the state after.
 */
public final class StateTerms implements Reader {
    private final Layout layout;
    private final Map<Variable, List<Slot>> slots;
    private final Vals vals;
    private final Terms terms;
    private final Map<Variable, Val> now = new HashMap<>();
    private final Map<Variable, Val> then = new HashMap<>();

    /** @param first the first state: what variables are that never change */
    public StateTerms(TransitionSystem system, Layout layout, State first, Vals vals) {
        this.layout = layout;
        this.slots = layout.byVariable();
        this.vals = vals;
        this.terms = vals.terms();
        for (int i = 0; i < system.variables().size(); i++) {
            Variable variable = system.variables().get(i);
            if (layout.fixed().contains(variable)) {
                Val val = vals.constant(first.get(i), variable.type());
                now.put(variable, val);
                then.put(variable, val);
            } else {
                now.put(variable, stored(variable, 0));
                then.put(variable, stored(variable, layout.words()));
            }
        }
    }

    private Val stored(Variable variable, int firstWord) {
        List<Integer> widths = Leaves.widths(variable.type());
        List<List<Piece>> leaves = new ArrayList<>();
        widths.forEach(_ -> leaves.add(new ArrayList<>()));
        for (Slot slot : slots.getOrDefault(variable, List.of())) {
            Node field = terms.field(terms.word(firstWord + slot.word()), slot.offset(), slot.width());
            leaves.get(slot.leaf()).add(new Piece(slot.from(), slot.width(), field));
        }
        return Leaves.join(variable.type(), leaves.stream().map(terms::concat).iterator(), vals);
    }

    @Override
    public Val read(Variable variable, boolean primed) {
        Val val = (primed ? then : now).get(variable);
        if (val == null) {
            throw new IllegalStateException("the system has no variable " + variable);
        }
        return val;
    }

    /** The words of the state in which some variables have new values and the others keep theirs. */
    public List<Node> words(Map<Variable, Val> changes, Conversion conversion) {
        Map<Variable, List<Node>> leaves = new HashMap<>();
        changes.forEach((variable, val) -> leaves.put(variable, Leaves.of(conversion.to(variable.type(), val), vals)));
        List<List<Piece>> words = new ArrayList<>();
        boolean[] touched = new boolean[layout.words()];
        for (int i = 0; i < layout.words(); i++) {
            words.add(new ArrayList<>());
        }
        for (Slot slot : layout.slots()) {
            List<Node> changed = leaves.get(slot.variable());
            Node bits = changed == null
                    ? terms.field(terms.word(slot.word()), slot.offset(), slot.width())
                    : terms.field(changed.get(slot.leaf()), slot.from(), slot.width());
            touched[slot.word()] |= changed != null;
            words.get(slot.word()).add(new Piece(slot.offset(), slot.width(), bits));
        }
        List<Node> result = new ArrayList<>();
        for (int i = 0; i < layout.words(); i++) {
            result.add(touched[i] ? terms.concat(words.get(i)) : terms.word(i));
        }
        return result;
    }
}
