package dev.baton.checker.smt.encode;

import dev.baton.checker.smt.encode.Sets.Candidate;
import dev.baton.checker.smt.encode.Sym.Num;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.expr.Bindings;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.type.Join;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Quantifiers, expanded over everything that may be in their domain. */
final class Quantification {
    private final Evaluation evaluation;
    private final Structures structures;
    private final Terms terms;
    private final Numbers numbers;

    Quantification(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.structures = evaluation.structures();
        this.terms = structures.terms();
        this.numbers = structures.numbers();
    }

    /** An element that may be there: when it is, and the body for it. */
    private record Instance(Term present, Sym element, Sym body) {
        Term truth() {
            return ((Sym.Truth) body).term();
        }
    }

    Sym sym(Expr.Quantified e, Bindings<Sym> locals) {
        List<Instance> instances = new ArrayList<>();
        for (Candidate candidate : candidates(e.binder().domain(), locals)) {
            if (!candidate.present().isFalse()) {
                Bindings<Sym> inner = locals.with(e.binder().name(), candidate.element());
                instances.add(new Instance(candidate.present(), candidate.element(), evaluation.sym(e.body(), inner)));
            }
        }
        return switch (e.kind()) {
            case FORALL ->
                structures.truth(terms.all(instances.stream()
                        .map(i -> terms.implies(i.present, i.truth()))
                        .toList()));
            case EXISTS ->
                structures.truth(
                        terms.any(instances.stream().map(this::satisfied).toList()));
            case COUNT ->
                numbers.sum(
                        instances.stream().map(i -> numbers.count(satisfied(i))).toList());
            case SUM ->
                numbers.sum(instances.stream()
                        .map(i -> {
                            Num body = (Num) i.body;
                            return i.present.isTrue()
                                    ? body
                                    : numbers.choose(i.present, body, numbers.integer(0), body.type());
                        })
                        .toList());
            case MIN -> best(instances, numbers::less);
            case MAX -> best(instances, (a, b) -> numbers.less(b, a));
            case FILTER ->
                evaluation
                        .sets()
                        .of(
                                new Type.SetOf(((Type.SetOf) e.type()).element()),
                                instances.stream()
                                        .map(i -> new Candidate(i.element, satisfied(i)))
                                        .toList());
            case IMAGE ->
                evaluation
                        .sets()
                        .of(
                                (Type.SetOf) e.type(),
                                instances.stream()
                                        .map(i -> new Candidate(i.body, i.present))
                                        .toList());
            case MAP -> map((Type.MapOf) e.type(), instances);
        };
    }

    /** Whether an element is there and the body, a truth value, holds for it. */
    private Term satisfied(Instance instance) {
        return terms.both(instance.present, instance.truth());
    }

    /** The least or greatest body; anything where no element is there. */
    private Num best(List<Instance> instances, BiFunction<Num, Num, Term> better) {
        Term found = terms.no;
        Num best = numbers.integer(0);
        for (Instance i : instances) {
            Num body = (Num) i.body;
            if (found.isFalse() && i.present.isTrue()) {
                best = body;
            } else {
                Term wins = terms.both(i.present, terms.implies(found, better.apply(body, best)));
                best = numbers.choose(wins, body, best, body.type());
            }
            found = terms.either(found, i.present);
        }
        return numbers.add(best, numbers.integer(0));
    }

    private Sym map(Type.MapOf type, List<Instance> instances) {
        Type value = instances.stream().map(i -> i.body.type()).reduce(type.value(), Join::of);
        return new Sym.MapOf(
                new Type.MapOf(type.key(), value),
                instances.stream().map(i -> evaluation.as(value, i.body)).toList());
    }

    /** What may be in a set-valued expression; a set that is only gone through is not made. */
    List<Candidate> candidates(Expr set, Bindings<Sym> locals) {
        Sets sets = evaluation.sets();
        if (set instanceof Expr.Domain all) {
            return sets.values(all.element()).stream()
                    .map(v -> new Candidate(v, terms.yes))
                    .toList();
        }
        if (set instanceof Expr.Apply range && range.op() == Op.RANGE) {
            Num low = (Num) evaluation.sym(range.arg(0), locals);
            Num high = (Num) evaluation.sym(range.arg(1), locals);
            return sets.values(((Type.SetOf) range.type()).element()).stream()
                    .map(v -> new Candidate(v, sets.between(low, (Num) v, high)))
                    .toList();
        }
        if (set instanceof Expr.Quantified filter && filter.kind() == Quantifier.FILTER) {
            return candidates(filter.binder().domain(), locals).stream()
                    .filter(c -> !c.present().isFalse())
                    .map(c -> {
                        Bindings<Sym> inner = locals.with(filter.binder().name(), c.element());
                        return new Candidate(
                                c.element(), terms.both(c.present(), evaluation.truth(filter.body(), inner)));
                    })
                    .toList();
        }
        return sets.candidates((Sym.SetOf) evaluation.sym(set, locals));
    }
}
