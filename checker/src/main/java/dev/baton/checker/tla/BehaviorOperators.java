package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Infix;
import dev.baton.checker.tla.syntax.Prefix;
import dev.baton.checker.tla.syntax.Term;
import dev.baton.checker.tla.syntax.Terms;
import dev.baton.model.expr.Binder;
import dev.baton.model.system.Action;
import dev.baton.model.system.Fairness;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the actions add up to: an operator for each unit of fairness, the next-state relation, the specification. */
final class BehaviorOperators {
    private final TransitionSystem system;
    private final Naming naming;
    private final Translator translator;
    private final Branching branching;

    BehaviorOperators(TransitionSystem system, Naming naming, Translator translator, Branching branching) {
        this.system = system;
        this.naming = naming;
        this.translator = translator;
        this.branching = branching;
    }

    /** The operators of the units; a unit that is one action for each actor needs none. */
    List<Operator> units() {
        return system.fairness().stream()
                .filter(unit -> !unit.actions().isEmpty() && !single(unit))
                .map(this::unit)
                .toList();
    }

    private Operator unit(Fairness unit) {
        Scope scope = scope(unit);
        List<String> parameters =
                unit.actor().map(a -> List.of(scope.get(a.name()))).orElse(List.of());
        List<Term> steps = unit.actions().stream()
                .map(name -> step(system.action(name), unit, scope))
                .toList();
        return new Operator(naming.unit(unit), parameters, Terms.or(steps), List.of(), true);
    }

    private Scope scope(Fairness unit) {
        Scope scope = Scope.of(naming);
        return unit.actor().map(a -> scope.with(a.name())).orElse(scope);
    }

    /** A step by an action of the unit, the actor fixed and the action's other parameters free. */
    private Term step(Action action, Fairness unit, Scope scope) {
        Optional<Term> actor = action.parameters().isEmpty()
                ? Optional.empty()
                : unit.actor().map(a -> Terms.word(scope.get(a.name())));
        return step(action, actor, domain(unit), scope);
    }

    private Optional<Term> domain(Fairness unit) {
        return unit.actor().map(a -> translator.term(a.domain(), Scope.of(naming)));
    }

    private Optional<Term> domain(Action action) {
        return action.parameters().stream().findFirst().map(p -> translator.term(p.domain(), Scope.of(naming)));
    }

    /**
     * @param actor what the first parameter is, if it is fixed
     * @param actors the set it is from; where the action's own set is another, the step asks for that too
     */
    private Term step(Action action, Optional<Term> actor, Optional<Term> actors, Scope outer) {
        List<Term> arguments = new ArrayList<>();
        List<Term> bounds = new ArrayList<>();
        Scope scope = outer;
        for (Binder parameter : action.parameters()) {
            if (arguments.isEmpty() && actor.isPresent()) {
                scope = scope.alias(parameter.name(), actor.get());
                arguments.add(actor.get());
            } else {
                Scope next = scope.with(parameter.name());
                bounds.add(translator.bound(parameter, scope, next));
                arguments.add(Terms.word(next.get(parameter.name())));
                scope = next;
            }
        }
        Term step = Terms.call(naming.action(action), arguments);
        for (Term bound : bounds.reversed()) {
            step = Terms.exists(bound, step);
        }
        Optional<Term> own = domain(action);
        return actor.isPresent() && !own.equals(actors)
                ? Terms.and(List.of(Terms.in(actor.get(), own.orElseThrow()), step))
                : step;
    }

    /** Whether a unit is one action with no parameter but the actor. */
    private boolean single(Fairness unit) {
        if (unit.actions().size() != 1) {
            return false;
        }
        Action action = system.action(unit.actions().getFirst());
        return action.parameters().size() == (unit.actor().isPresent() ? 1 : 0)
                && domain(action).equals(domain(unit));
    }

    /** A step of the unit. */
    private Term use(Fairness unit, Scope scope) {
        List<Term> arguments =
                unit.actor().map(a -> List.of(Terms.word(scope.get(a.name())))).orElse(List.of());
        String name = single(unit) ? naming.action(system.action(unit.actions().getFirst())) : naming.unit(unit);
        return Terms.call(name, arguments);
    }

    /** A term for each actor of the unit. */
    private Term each(Fairness unit, String quantifier, Term body, Scope scope) {
        return unit.actor()
                .map(a -> (Term)
                        new Term.Quantified(quantifier, List.of(translator.bound(a, Scope.of(naming), scope)), body))
                .orElse(body);
    }

    Operator next() {
        List<Term> steps = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (Fairness unit : system.fairness()) {
            if (covers(unit, done)) {
                Scope scope = scope(unit);
                steps.add(each(unit, "\\E", use(unit, scope), scope));
                done.addAll(unit.actions());
            }
        }
        for (Action action : system.actions()) {
            if (done.add(action.name())) {
                steps.add(step(action, Optional.empty(), Optional.empty(), Scope.of(naming)));
            }
        }
        if (stopping().isPresent()) {
            steps.add(Terms.word(Naming.TERMINATING));
        }
        return Operator.listed(Naming.NEXT, Terms.or(steps));
    }

    /** Whether a unit has all steps of its actions, and none that another unit had before: then it stands for them. */
    private boolean covers(Fairness unit, Set<String> done) {
        return !unit.actions().isEmpty()
                && unit.actions().stream().noneMatch(done::contains)
                && unit.actions().stream()
                        .map(system::action)
                        .allMatch(action ->
                                unit.actor().isEmpty() || domain(action).equals(domain(unit)));
    }

    /** The stuttering step of states in which stopping is right. */
    Optional<Operator> terminating() {
        return stopping()
                .map(condition -> Operator.listed(
                        Naming.TERMINATING,
                        Terms.and(List.of(
                                branching.shielded(condition),
                                Terms.unary(Prefix.UNCHANGED, Terms.word(Naming.VARS))))));
    }

    private Optional<Term> stopping() {
        return system.terminal()
                .map(terminal -> translator.term(terminal, Scope.of(naming)))
                .map(terminal -> {
                    List<Term> parts = new ArrayList<>(List.of(terminal));
                    failed().ifPresent(parts::add);
                    return Terms.or(parts);
                });
    }

    /** That an error shows. */
    private Optional<Term> failed() {
        return system.error()
                .map(error -> Terms.binary(
                        Infix.UNEQUAL,
                        Terms.word(naming.variable(error.variable())),
                        translator.literals().term(new Value.EnumMember(error.type(), 0), Scope.of(naming))));
    }

    /** The absence of deadlock as an invariant, where TLC's own check would take errors for deadlocks. */
    Optional<Operator> noDeadlock() {
        if (system.terminal().isPresent()) {
            return Optional.empty();
        }
        return failed().map(failed -> new Operator(
                Naming.NO_DEADLOCK,
                List.of(),
                Terms.or(List.of(failed, Terms.unary(Prefix.ENABLED, Terms.word(Naming.NEXT)))),
                List.of("TLC's own check would report the states that show an error, too."),
                false));
    }

    Operator spec() {
        List<Term> parts = new ArrayList<>();
        parts.add(Terms.word(Naming.INIT));
        parts.add(Terms.unary(Prefix.ALWAYS, new Term.Stuttering(Terms.word(Naming.NEXT), Naming.VARS)));
        for (Fairness unit : system.fairness()) {
            if (unit.strength() != Fairness.Strength.UNFAIR && !unit.actions().isEmpty()) {
                Scope scope = scope(unit);
                String operator = unit.strength() == Fairness.Strength.WEAK ? "WF_vars" : "SF_vars";
                parts.add(each(unit, "\\A", Terms.call(operator, use(unit, scope)), scope));
            }
        }
        return Operator.listed(Naming.SPEC, Terms.and(parts));
    }
}
