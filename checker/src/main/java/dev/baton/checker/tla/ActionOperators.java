package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Prefix;
import dev.baton.checker.tla.syntax.Term;
import dev.baton.checker.tla.syntax.Terms;
import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An operator for each action: guard, checks, next values, and what stays. */
final class ActionOperators {
    private final TransitionSystem system;
    private final Naming naming;
    private final Translator translator;
    private final Branching branching;

    ActionOperators(TransitionSystem system, Naming naming, Translator translator, Branching branching) {
        this.system = system;
        this.naming = naming;
        this.translator = translator;
        this.branching = branching;
    }

    Operator operator(Action action) {
        Scope scope = Scope.of(naming);
        List<String> parameters = new ArrayList<>();
        for (Binder parameter : action.parameters()) {
            scope = scope.with(parameter.name());
            parameters.add(scope.get(parameter.name()));
        }
        List<Term.Local> lets = new ArrayList<>();
        Branching here = branching.copy();
        for (Action.Binding let : action.lets()) {
            Term value = translator.term(let.value(), scope);
            scope = scope.with(let.name());
            lets.add(new Term.Local(scope.get(let.name()), value));
            here.define(scope.get(let.name()), value);
        }
        Term guard = translator.term(action.guard(), scope);
        List<Term> parts = new ArrayList<>();
        for (Term part : guard instanceof Term.Junction j && j.conjunction() ? j.parts() : List.of(guard)) {
            parts.add(here.shielded(part));
        }
        parts.add(effect(action, scope));
        Term body = Terms.and(parts);
        List<Term.Local> used = used(lets, body);
        return new Operator(
                naming.action(action),
                parameters,
                used.isEmpty() ? body : new Term.Let(used, body),
                comment(action.origin()),
                true);
    }

    /** The operator by which a check that fails makes its step. */
    Operator fail(TransitionSystem.ErrorSites error) {
        Scope scope = Scope.of(naming).with("site");
        Term site = Terms.word(scope.get("site"));
        List<Term> parts = new ArrayList<>();
        parts.add(Terms.equal(new Term.Primed(Terms.word(naming.variable(error.variable()))), site));
        parts.addAll(unchanged(Set.of(error.variable())));
        return new Operator(
                Naming.FAIL,
                List.of(scope.get("site")),
                Terms.and(parts),
                List.of("A step that can't be taken as written: the error is set, nothing else changes."),
                true);
    }

    /** The first check that does not hold decides; if all hold, the updates happen. */
    private Term effect(Action action, Scope scope) {
        Term effect = updates(action, scope);
        for (Action.Check check : action.checks().reversed()) {
            Term fail = Terms.call(Naming.FAIL, Terms.string(label(check.site())));
            effect = new Term.If(Terms.not(translator.term(check.condition(), scope)), fail, effect);
        }
        return effect;
    }

    private String label(int site) {
        return Encoding.texts(system.error().orElseThrow().type()).get(site + 1);
    }

    private Term updates(Action action, Scope scope) {
        List<Term> parts = new ArrayList<>();
        Set<Variable> changed = new HashSet<>();
        for (Action.Update update : action.updates()) {
            Term variable = Terms.word(naming.variable(update.variable()));
            Term value = translator.term(update.value(), scope);
            if (!value.equals(variable)) {
                changed.add(update.variable());
                parts.add(Terms.equal(new Term.Primed(variable), value));
            }
        }
        parts.addAll(unchanged(changed));
        return Terms.and(parts);
    }

    private List<Term> unchanged(Set<Variable> changed) {
        List<Term> kept = system.variables().stream()
                .filter(v -> !changed.contains(v))
                .map(v -> Terms.word(naming.variable(v)))
                .toList();
        if (kept.isEmpty()) {
            return List.of();
        }
        Term what =
                changed.isEmpty() ? Terms.word(Naming.VARS) : kept.size() == 1 ? kept.getFirst() : Terms.tuple(kept);
        return List.of(Terms.unary(Prefix.UNCHANGED, what));
    }

    /** The lets that the body needs, those that only other lets need included. */
    private static List<Term.Local> used(List<Term.Local> lets, Term body) {
        Set<String> words = new HashSet<>(Words.of(body));
        List<Term.Local> used = new ArrayList<>();
        for (Term.Local let : lets.reversed()) {
            if (words.contains(let.name())) {
                words.addAll(Words.of(let.value()));
                used.addFirst(let);
            }
        }
        return used;
    }

    private static List<String> comment(Origin origin) {
        List<String> lines = new ArrayList<>();
        origin.doc().ifPresent(doc -> lines.addAll(Comments.wrapped(doc, 96)));
        String who = origin.unit().isEmpty() ? origin.actor() : origin.actor() + "." + origin.unit();
        String kind = origin.kind().name().toLowerCase(Locale.ROOT);
        String where = origin.span().known() ? ", line " + origin.span().line() : "";
        String what = origin.text().isEmpty() ? "" : ": " + origin.text();
        lines.addAll(Comments.wrapped(who + (who.equals(kind) ? "" : " (" + kind + ")") + where + what, 96));
        return lines;
    }
}
