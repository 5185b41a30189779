package dev.baton.checker.explicit.program;

import dev.baton.checker.explicit.encode.Conversion;
import dev.baton.checker.explicit.encode.MemberExchange;
import dev.baton.checker.explicit.encode.MemberLooks;
import dev.baton.checker.explicit.encode.Val;
import dev.baton.checker.explicit.encode.Vals;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.layout.StateTerms;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The exchanges of members that lead from a state to one that behaves alike, as terms. */
final class Symmetries {
    private final TransitionSystem system;
    private final StateTerms state;
    private final Vals vals;
    private final Terms terms;

    private Symmetries(TransitionSystem system, StateTerms state, Vals vals) {
        this.system = system;
        this.state = state;
        this.vals = vals;
        this.terms = vals.terms();
    }

    /** @param types some of the system's symmetric types */
    static List<Symmetry> of(TransitionSystem system, List<Type.Index> types, StateTerms state, Vals vals) {
        Symmetries symmetries = new Symmetries(system, state, vals);
        Set<String> names = types.stream().map(Type.Index::name).collect(Collectors.toSet());
        return types.stream().map(type -> symmetries.of(type, names)).toList();
    }

    private Symmetry of(Type.Index type, Set<String> names) {
        MemberLooks looks = new MemberLooks(type, names, vals);
        system.variables().forEach(variable -> looks.see(state.read(variable, false)));
        List<Symmetry.Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i + 1 < type.size(); i++) {
            List<Node> first = looks.of(i);
            List<Node> second = looks.of(i + 1);
            exchanges.add(new Symmetry.Exchange(falling(first, second), alike(first, second), exchanged(type, i)));
        }
        return new Symmetry(type, looks.complete(), exchanges);
    }

    /** By the first look in which they differ. */
    private Node falling(List<Node> first, List<Node> second) {
        Node falling = terms.zero;
        for (int k = first.size() - 1; k >= 0; k--) {
            Node a = first.get(k);
            Node b = second.get(k);
            falling = terms.any(List.of(terms.less(b, a), terms.both(terms.equal(a, b), falling)));
        }
        return falling;
    }

    private Node alike(List<Node> first, List<Node> second) {
        List<Node> equal = new ArrayList<>();
        for (int k = 0; k < first.size(); k++) {
            equal.add(terms.equal(first.get(k), second.get(k)));
        }
        return terms.all(equal);
    }

    private List<Node> exchanged(Type.Index type, int first) {
        MemberExchange exchange = new MemberExchange(type, first, first + 1, vals);
        Map<Variable, Val> changes = new HashMap<>();
        for (Variable variable : system.variables()) {
            Val now = state.read(variable, false);
            Val moved = exchange.in(now);
            if (!moved.equals(now)) {
                changes.put(variable, moved);
            }
        }
        return state.words(changes, new Conversion(vals));
    }
}
