package dev.baton.checker.explicit.program;

import dev.baton.checker.explicit.encode.Val;
import dev.baton.checker.explicit.encode.Vals;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.layout.Layout;
import dev.baton.checker.explicit.layout.Packer;
import dev.baton.checker.explicit.layout.StateTerms;
import dev.baton.checker.explicit.reduce.DeadVariables;
import dev.baton.checker.explicit.reduce.PersistentSets;
import dev.baton.checker.explicit.symbolic.Evaluation;
import dev.baton.model.expr.Bindings;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A system to terms. */
public final class Unroll {
    private Unroll() {}

    /**
     * Throws {@code TooLargeException} for what is beyond this engine.
     *
     * @param first the first state
     */
    public static Program unroll(
            TransitionSystem system,
            Layout layout,
            State first,
            List<Predicate> ofState,
            List<Predicate> ofStep,
            Reducing reducing) {
        Terms terms = new Terms();
        Vals vals = new Vals(terms);
        StateTerms state = new StateTerms(system, layout, first, vals);
        Evaluation evaluation = new Evaluation(vals, state);
        List<Instance> instances = Instances.of(system, vals, evaluation, state);
        Node terminal = system.terminal()
                .map(e -> evaluation.truth(e, Bindings.<Val>empty()))
                .orElse(terms.zero);
        Node failed = system.error()
                .map(e -> terms.not(vals.equal(
                        state.read(e.variable(), false), vals.constant(new Value.EnumMember(e.type(), 0), e.type()))))
                .orElse(terms.zero);
        List<Node> decided = predicates(ofState, evaluation, vals);
        List<Node> refuted = predicates(ofStep, evaluation, vals);
        Node mayStop = terms.any(List.of(failed, terminal));
        List<Long> initial = Arrays.stream(new Packer(system, layout, first).pack(first))
                .boxed()
                .toList();
        DeadVariables.Found dead = new DeadVariables.Found(instances, Resets.NONE, Set.of());
        if (reducing.deadVariables()) {
            List<Node> asked = new ArrayList<>(decided);
            asked.addAll(refuted);
            asked.add(mayStop);
            Set<String> names =
                    reducing.exchangeable().stream().map(Type.Index::name).collect(Collectors.toSet());
            dead = DeadVariables.of(terms, layout, initial, instances, asked, names);
        }
        return new Program(
                layout.words(),
                layout.bits(),
                initial,
                dead.instances(),
                instances,
                mayStop,
                decided,
                refuted,
                Symmetries.of(system, reducing.exchangeable(), state, vals),
                reducing.partialOrder() ? PersistentSets.of(terms, layout, dead.instances(), decided) : List.of(),
                dead.resets(),
                dead.variables());
    }

    /** Only whether predicates hold in a state; the program has no steps. */
    public static Program predicates(TransitionSystem system, Layout layout, State first, List<Predicate> ofState) {
        return predicates(system, layout, first, ofState, List.of());
    }

    /** Only whether predicates hold in a state, and others of a step; the program has no steps of its own. */
    public static Program predicates(
            TransitionSystem system, Layout layout, State first, List<Predicate> ofState, List<Predicate> ofStep) {
        Terms terms = new Terms();
        Vals vals = new Vals(terms);
        Evaluation evaluation = new Evaluation(vals, new StateTerms(system, layout, first, vals));
        return new Program(
                layout.words(),
                layout.bits(),
                Collections.nCopies(layout.words(), 0L),
                List.of(),
                List.of(),
                terms.zero,
                predicates(ofState, evaluation, vals),
                predicates(ofStep, evaluation, vals),
                List.of(),
                List.of(),
                Resets.NONE,
                Set.of());
    }

    private static List<Node> predicates(List<Predicate> predicates, Evaluation evaluation, Vals vals) {
        return predicates.stream()
                .map(p -> {
                    Bindings<Val> locals = Bindings.empty();
                    for (Predicate.Local local : p.locals()) {
                        locals = locals.with(local.name(), vals.constant(local.value(), local.type()));
                    }
                    Node holds = evaluation.truth(p.expr(), locals);
                    return p.negated() ? vals.terms().not(holds) : holds;
                })
                .toList();
    }
}
