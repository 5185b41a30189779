package dev.baton.checker.explicit.program;

import dev.baton.checker.explicit.encode.Vals;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.layout.Layout;
import dev.baton.checker.explicit.layout.Packer;
import dev.baton.checker.explicit.layout.StateTerms;
import dev.baton.checker.explicit.symbolic.Bindings;
import dev.baton.checker.explicit.symbolic.Evaluation;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A system to terms. */
public final class Unroll {
    private Unroll() {}

    /**
     * Throws {@code TooLargeException} for what is beyond this engine.
     *
     * @param first the first state
     */
    public static Program unroll(
            TransitionSystem system, Layout layout, State first, List<Predicate> ofState, List<Predicate> ofStep) {
        Terms terms = new Terms();
        Vals vals = new Vals(terms);
        StateTerms state = new StateTerms(system, layout, first, vals);
        Evaluation evaluation = new Evaluation(vals, state);
        List<Instance> instances = Instances.of(system, vals, evaluation, state);
        Node terminal =
                system.terminal().map(e -> evaluation.truth(e, Bindings.EMPTY)).orElse(terms.zero);
        Node failed = system.error()
                .map(e -> terms.not(vals.equal(
                        state.read(e.variable(), false), vals.constant(new Value.EnumMember(e.type(), 0), e.type()))))
                .orElse(terms.zero);
        long[] initial = new Packer(system, layout, first).pack(first);
        return new Program(
                layout.words(),
                layout.bits(),
                Arrays.stream(initial).boxed().toList(),
                instances,
                terms.any(List.of(failed, terminal)),
                predicates(ofState, evaluation, vals),
                predicates(ofStep, evaluation, vals));
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
                terms.zero,
                predicates(ofState, evaluation, vals),
                predicates(ofStep, evaluation, vals));
    }

    private static List<Node> predicates(List<Predicate> predicates, Evaluation evaluation, Vals vals) {
        return predicates.stream()
                .map(p -> {
                    Bindings locals = Bindings.EMPTY;
                    for (Predicate.Local local : p.locals()) {
                        locals = locals.with(local.name(), vals.constant(local.value(), local.type()));
                    }
                    Node holds = evaluation.truth(p.expr(), locals);
                    return p.negated() ? vals.terms().not(holds) : holds;
                })
                .toList();
    }
}
