package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Infix;
import dev.baton.checker.tla.syntax.Prefix;
import dev.baton.checker.tla.syntax.Term;
import dev.baton.checker.tla.syntax.Terms;
import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An operator for each property; none for the absence of deadlock, which is TLC's own check. */
final class PropertyOperators {
    private final Naming naming;
    private final Translator translator;
    private final StateReads reads;

    PropertyOperators(Naming naming, Translator translator, StateReads reads) {
        this.naming = naming;
        this.translator = translator;
        this.reads = reads;
    }

    Optional<Operator> operator(Property property) {
        Scope scope = Scope.of(naming);
        Scope inner = scope;
        List<Term> bounds = new ArrayList<>();
        for (Binder binder : property.binders()) {
            Scope next = inner.with(binder.name());
            bounds.add(translator.bound(binder, inner, next));
            inner = next;
        }
        Scope in = inner;
        return formula(property, in).map(formula -> {
            Term whole = formula;
            for (Term bound : bounds.reversed()) {
                whole = Terms.forall(bound, whole);
            }
            return new Operator(naming.property(property), List.of(), whole, comment(property), true);
        });
    }

    private Optional<Term> formula(Property property, Scope scope) {
        Expr left = property.left();
        return switch (property.kind()) {
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP -> Optional.of(translator.term(left, scope));
            case DEADLOCK_FREE -> Optional.empty();
            case STEP ->
                Optional.of(Terms.unary(Prefix.ALWAYS, new Term.Stuttering(translator.term(left, scope), Naming.VARS)));
            case EVENTUALLY -> Optional.of(Terms.unary(Prefix.EVENTUALLY, state(left, scope)));
            case ALWAYS_EVENTUALLY ->
                Optional.of(Terms.unary(Prefix.ALWAYS, Terms.unary(Prefix.EVENTUALLY, state(left, scope))));
            case EVENTUALLY_ALWAYS ->
                Optional.of(Terms.unary(Prefix.EVENTUALLY, Terms.unary(Prefix.ALWAYS, state(left, scope))));
            case LEADS_TO ->
                Optional.of(Terms.binary(
                        Infix.LEADS_TO,
                        state(left, scope),
                        state(property.right().orElseThrow(), scope)));
            case COVER -> Optional.of(Terms.unary(Prefix.NOT, translator.term(left, scope)));
        };
    }

    /**
     * A predicate under a temporal operator. Where TLC would not see that it or a part of it reads the state, and fail
     * or take {@code <>TRUE} for violated, the predicate is one side of an equation that does read it, and whose sides
     * TLC does not take apart.
     */
    private Term state(Expr predicate, Scope scope) {
        Term term = translator.term(predicate, scope);
        if (reads.evident(term)) {
            return term;
        }
        Term always = Terms.equal(Terms.word(Naming.VARS), Terms.word(Naming.VARS));
        if (term.equals(Terms.TRUE)) {
            return always;
        }
        return term.equals(Terms.FALSE) ? Terms.not(always) : Terms.equal(term, always);
    }

    private static List<String> comment(Property property) {
        List<String> lines = new ArrayList<>();
        property.doc().ifPresent(doc -> lines.addAll(Comments.wrapped(doc, 96)));
        if (property.kind() == Property.Kind.COVER) {
            lines.add("Must be reachable: TLC is to report that this is violated.");
        }
        return lines;
    }
}
