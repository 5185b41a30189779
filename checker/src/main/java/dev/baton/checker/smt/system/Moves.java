package dev.baton.checker.smt.system;

import dev.baton.checker.smt.encode.Evaluation;
import dev.baton.checker.smt.encode.Stored;
import dev.baton.checker.smt.encode.Sym;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.checker.smt.term.TooLargeException;
import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Bindings;
import dev.baton.model.system.Action;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Expands the actions of a system over the bindings of their parameters. What can never be enabled is left out. */
final class Moves {
    private static final int MOST = 20_000;

    private final SymbolicSystem symbolic;
    private final Evaluation evaluation;
    private final Terms terms;
    private final List<Move> moves = new ArrayList<>();

    Moves(SymbolicSystem symbolic, Evaluation evaluation) {
        this.symbolic = symbolic;
        this.evaluation = evaluation;
        this.terms = symbolic.terms();
    }

    List<Move> of(List<Action> actions) {
        for (Action action : actions) {
            bind(action, List.of(), terms.yes, Bindings.empty());
        }
        return List.copyOf(moves);
    }

    private void bind(Action action, List<Sym> arguments, Term present, Bindings<Sym> locals) {
        if (arguments.size() == action.parameters().size()) {
            add(action, arguments, present, locals);
            return;
        }
        Binder parameter = action.parameters().get(arguments.size());
        for (Evaluation.Candidate candidate : evaluation.candidates(parameter.domain(), locals)) {
            if (!candidate.present().isFalse()) {
                List<Sym> longer = new ArrayList<>(arguments);
                longer.add(candidate.element());
                bind(
                        action,
                        longer,
                        terms.both(present, candidate.present()),
                        locals.with(parameter.name(), candidate.element()));
            }
        }
    }

    private void add(Action action, List<Sym> arguments, Term present, Bindings<Sym> locals) {
        Bindings<Sym> scope = evaluation.within(action.lets(), locals);
        Term enabled = terms.both(present, evaluation.truth(action.guard(), scope));
        List<Value> values = arguments.stream()
                .map(a -> Stored.value(a, t -> {
                    throw new IllegalStateException(t + " is no constant");
                }))
                .toList();
        for (int held = 0; held < action.checks().size(); held++) {
            Action.Check check = action.checks().get(held);
            if (enabled.isFalse()) {
                return;
            }
            Term holds = evaluation.truth(check.condition(), scope);
            add(
                    action,
                    values,
                    terms.both(enabled, terms.not(holds)),
                    error(check.site()),
                    held,
                    OptionalInt.of(check.site()));
            enabled = terms.both(enabled, holds);
        }
        if (enabled.isFalse()) {
            return;
        }
        SortedMap<Integer, Term> changes = new TreeMap<>();
        for (Action.Update update : action.updates()) {
            changes.putAll(symbolic.kept(update.variable(), evaluation.sym(update.value(), scope)));
        }
        add(action, values, enabled, changes, action.checks().size(), OptionalInt.empty());
    }

    private void add(
            Action action,
            List<Value> arguments,
            Term guard,
            SortedMap<Integer, Term> changes,
            int held,
            OptionalInt site) {
        if (guard.isFalse()) {
            return;
        }
        if (moves.size() == MOST) {
            throw new TooLargeException("it has more than " + MOST + " kinds of steps");
        }
        changes.entrySet().removeIf(c -> symbolic.leaves().get(c.getKey()).now() == c.getValue());
        moves.add(new Move(moves.size(), action, arguments, guard, changes, held, site));
    }

    private SortedMap<Integer, Term> error(int site) {
        TransitionSystem.ErrorSites error = symbolic.system().error().orElseThrow();
        Sym shown = evaluation.constant(new Value.EnumMember(error.type(), site + 1), error.type());
        return symbolic.kept(error.variable(), shown);
    }
}
