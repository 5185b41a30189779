package dev.baton.checker.explicit.program;

import dev.baton.checker.explicit.encode.Conversion;
import dev.baton.checker.explicit.encode.Decoding;
import dev.baton.checker.explicit.encode.Leaves;
import dev.baton.checker.explicit.encode.SetOps;
import dev.baton.checker.explicit.encode.Val;
import dev.baton.checker.explicit.encode.Vals;
import dev.baton.checker.explicit.ir.Assumptions;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Opcode;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.checker.explicit.layout.StateTerms;
import dev.baton.checker.explicit.symbolic.Evaluation;
import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Bindings;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Action;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Unrolls the actions of a system over the bindings of their parameters. What can never be enabled is left out. */
final class Instances {
    private static final int MOST = 100_000;

    private final TransitionSystem system;
    private final Vals vals;
    private final Evaluation evaluation;
    private final StateTerms state;
    private final Conversion conversion;
    private final List<Instance> found = new ArrayList<>();

    private Instances(TransitionSystem system, Vals vals, Evaluation evaluation, StateTerms state) {
        this.system = system;
        this.vals = vals;
        this.evaluation = evaluation;
        this.state = state;
        this.conversion = new Conversion(vals);
    }

    static List<Instance> of(TransitionSystem system, Vals vals, Evaluation evaluation, StateTerms state) {
        Instances instances = new Instances(system, vals, evaluation, state);
        for (Action action : system.actions()) {
            instances.bind(action, List.of(), List.of(), Bindings.empty());
        }
        return instances.found;
    }

    private void bind(Action action, List<Val> arguments, List<Node> present, Bindings<Val> locals) {
        if (arguments.size() == action.parameters().size()) {
            add(action, arguments, present, locals);
            return;
        }
        Binder parameter = action.parameters().get(arguments.size());
        for (SetOps.Candidate candidate : evaluation.candidates(parameter.domain(), locals)) {
            if (!candidate.present().isFalse()) {
                List<Val> longer = new ArrayList<>(arguments);
                longer.add(candidate.element());
                List<Node> there = new ArrayList<>(present);
                there.add(candidate.present());
                bind(action, longer, there, locals.with(parameter.name(), candidate.element()));
            }
        }
    }

    private void add(Action action, List<Val> arguments, List<Node> present, Bindings<Val> locals) {
        Bindings<Val> scope = locals;
        for (Action.Binding let : action.lets()) {
            Bindings<Val> outer = scope;
            scope = outer.withLazy(let.name(), () -> evaluation.val(let.value(), outer));
        }
        List<Node> guard = new ArrayList<>(present);
        guard.add(evaluation.truth(action.guard(), scope));
        Node whole = vals.terms().all(guard);
        if (whole.isFalse()) {
            return;
        }
        if (found.size() == MOST) {
            throw new TooLargeException("it has more than " + MOST + " kinds of steps");
        }
        List<Node> asked = simpler(conjuncts(whole));
        if (asked.contains(vals.terms().zero)) {
            return;
        }
        Assumptions known = Assumptions.none(vals.terms()).and(asked);
        Assumptions enabled = known;
        Bindings<Val> names = scope;
        List<Instance.Mark> marks = action.marks().stream()
                .map(m -> new Instance.Mark(m.coverable(), enabled.simplify(evaluation.truth(m.condition(), names))))
                .toList();
        List<Instance.Check> checks = new ArrayList<>();
        for (Action.Check check : action.checks()) {
            Node holds = known.simplify(evaluation.truth(check.condition(), scope));
            if (!holds.isTrue()) {
                checks.add(new Instance.Check(holds, simpler(known, error(check.site()))));
                known = known.and(List.of(holds));
            }
            if (holds.isFalse()) {
                break;
            }
        }
        Map<Variable, Val> changes = new HashMap<>();
        if (checks.isEmpty() || !checks.getLast().holds().isFalse()) {
            for (Action.Update update : action.updates()) {
                changes.put(update.variable(), evaluation.val(update.value(), scope));
            }
        }
        List<Node> words = simpler(known, state.words(changes, conversion));
        List<Value> values = arguments.stream()
                .map(argument -> Decoding.value(argument.type(), constants(argument)))
                .toList();
        found.add(new Instance(found.size(), action, values, asked, checks, words, marks));
    }

    private long[] constants(Val val) {
        return Leaves.of(val, vals).stream().mapToLong(Node::value).toArray();
    }

    /** Conjuncts without what the others say already. */
    private List<Node> simpler(List<Node> conjuncts) {
        List<Node> all = new ArrayList<>(conjuncts);
        for (int i = 0; i < all.size(); i++) {
            List<Node> others = new ArrayList<>(all);
            others.remove(i);
            all.set(i, Assumptions.none(vals.terms()).and(others).simplify(all.get(i)));
        }
        return conjuncts(vals.terms().all(all));
    }

    private static List<Node> simpler(Assumptions known, List<Node> nodes) {
        return nodes.stream().map(known::simplify).toList();
    }

    private static List<Node> conjuncts(Node whole) {
        if (whole.isTrue()) {
            return List.of();
        }
        return whole.opcode() == Opcode.ALL ? whole.args() : List.of(whole);
    }

    private List<Node> error(int site) {
        TransitionSystem.ErrorSites error = system.error().orElseThrow();
        Val shown = vals.constant(new Value.EnumMember(error.type(), site + 1), error.type());
        return state.words(Map.of(error.variable(), shown), conversion);
    }
}
