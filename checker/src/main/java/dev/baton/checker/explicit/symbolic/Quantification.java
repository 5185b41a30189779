package dev.baton.checker.explicit.symbolic;

import dev.baton.checker.explicit.encode.Conversion;
import dev.baton.checker.explicit.encode.SetOps;
import dev.baton.checker.explicit.encode.Val;
import dev.baton.checker.explicit.encode.Vals;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.model.expr.Bindings;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.type.Join;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** Quantifiers, unrolled over everything that may be in their domain. */
final class Quantification {
    private final Evaluation evaluation;
    private final Vals vals;
    private final Terms terms;

    Quantification(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.vals = evaluation.vals();
        this.terms = evaluation.terms();
    }

    /** An element that may be there: when it is, and the body for it. */
    private record Instance(Node present, Val element, Val body) {}

    Val val(Expr.Quantified e, Bindings<Val> locals) {
        List<Instance> instances = new ArrayList<>();
        for (SetOps.Candidate candidate : candidates(e.binder().domain(), locals)) {
            if (!candidate.present().isFalse()) {
                Bindings<Val> inner = locals.with(e.binder().name(), candidate.element());
                instances.add(new Instance(candidate.present(), candidate.element(), evaluation.val(e.body(), inner)));
            }
        }
        return switch (e.kind()) {
            case FORALL ->
                vals.truth(terms.all(instances.stream()
                        .map(i -> terms.any(List.of(terms.not(i.present), vals.node(i.body))))
                        .toList()));
            case EXISTS ->
                vals.truth(terms.any(instances.stream().map(this::present).toList()));
            case COUNT -> integer(instances.stream().map(this::present).reduce(terms.zero, terms::add));
            case SUM ->
                integer(instances.stream()
                        .map(i -> terms.choose(i.present, vals.node(i.body), terms.zero))
                        .reduce(terms.zero, terms::add));
            case MIN -> integer(best(instances, terms::less));
            case MAX -> integer(best(instances, (a, b) -> terms.less(b, a)));
            case FILTER ->
                evaluation
                        .sets()
                        .of(
                                new Type.SetOf(((Type.SetOf) e.type()).element()),
                                instances.stream()
                                        .map(i -> new SetOps.Candidate(i.element, present(i)))
                                        .toList());
            case IMAGE ->
                evaluation
                        .sets()
                        .of(
                                (Type.SetOf) e.type(),
                                instances.stream()
                                        .map(i -> new SetOps.Candidate(i.body, i.present))
                                        .toList());
            case MAP -> map((Type.MapOf) e.type(), instances);
        };
    }

    /** Whether an element is there and the body, a truth value, holds for it. */
    private Node present(Instance instance) {
        return terms.both(instance.present, vals.node(instance.body));
    }

    private Val integer(Node node) {
        return Evaluation.integer(node);
    }

    private Node best(List<Instance> instances, BinaryOperator<Node> better) {
        Node found = terms.zero;
        Node best = terms.zero;
        for (Instance i : instances) {
            Node body = vals.node(i.body);
            Node wins = terms.both(i.present, terms.any(List.of(terms.not(found), better.apply(body, best))));
            best = terms.choose(wins, body, best);
            found = terms.any(List.of(found, i.present));
        }
        return best;
    }

    private Val map(Type.MapOf type, List<Instance> instances) {
        Conversion conversion = evaluation.conversion();
        Type value = instances.stream().map(i -> i.body.type()).reduce(type.value(), Join::of);
        return vals.make(
                new Type.MapOf(type.key(), value),
                instances.stream().map(i -> conversion.to(value, i.body)).toList());
    }

    /** What may be in a set-valued expression; a set that is only gone through is not made. */
    List<SetOps.Candidate> candidates(Expr set, Bindings<Val> locals) {
        SetOps sets = evaluation.sets();
        if (set instanceof Expr.Domain all) {
            return sets.values(all.element()).stream()
                    .map(v -> new SetOps.Candidate(v, terms.one))
                    .toList();
        }
        if (set instanceof Expr.Apply range && range.op() == Op.RANGE) {
            Node low = vals.node(evaluation.val(range.arg(0), locals));
            Node high = vals.node(evaluation.val(range.arg(1), locals));
            return sets.values(((Type.SetOf) range.type()).element()).stream()
                    .map(v -> new SetOps.Candidate(
                            v, terms.both(terms.atMost(low, vals.node(v)), terms.atMost(vals.node(v), high))))
                    .toList();
        }
        if (set instanceof Expr.Quantified filter && filter.kind() == Quantifier.FILTER) {
            return candidates(filter.binder().domain(), locals).stream()
                    .map(c -> {
                        Bindings<Val> inner = locals.with(filter.binder().name(), c.element());
                        return new SetOps.Candidate(
                                c.element(), terms.both(c.present(), evaluation.truth(filter.body(), inner)));
                    })
                    .toList();
        }
        return sets.candidates(evaluation.val(set, locals));
    }
}
