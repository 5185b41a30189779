package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.BinderSyntax;
import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.Name;
import dev.baton.dsl.syntax.TemporalSyntax;
import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Shape;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Code;
import dev.baton.model.system.Property;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is asked: invariants, steps, covers, liveness, and where stopping is right. */
final class ElaborateProperties {
    /** Asked of every protocol, under these names. */
    static final List<String> ALWAYS = List.of("WellDefined", "DeadlockFree", "Owned");

    private final Session session;
    private final List<Property> properties = new ArrayList<>();
    private final List<Protocol.Until> untils = new ArrayList<>();
    private final List<Expr> terminals = new ArrayList<>();

    private ElaborateProperties(Session session) {
        this.session = session;
    }

    /** In the order of the text. */
    record Asked(List<Property> properties, List<Protocol.Until> untils, List<Expr> terminals) {}

    static Asked elaborate(Session session) {
        ElaborateProperties pass = new ElaborateProperties(session);
        for (Decl declaration : session.program.declarations()) {
            Symbols.propertyName(declaration).ifPresent(pass::reserved);
            if (declaration instanceof Decl.Property p) {
                pass.property(p);
            }
            if (declaration instanceof Decl.Liveness p) {
                pass.liveness(p);
            }
            if (declaration instanceof Decl.Terminal t) {
                pass.terminals.add(session.expressions.condition(t.predicate(), state()));
            }
        }
        return new Asked(pass.properties, pass.untils, pass.terminals);
    }

    private static Context state() {
        return Context.of(Context.Kind.PROPERTY, Optional.empty());
    }

    private void reserved(Name name) {
        if (Set.copyOf(ALWAYS).contains(name.text())) {
            session.problems.help(
                    Code.B0203,
                    name.span(),
                    "it is asked of every protocol; choose another name",
                    name.text(),
                    "something built in");
        }
    }

    private void property(Decl.Property p) {
        Property.Kind kind = switch (p.word()) {
            case INVARIANT -> Property.Kind.INVARIANT;
            case LEMMA -> Property.Kind.LEMMA;
            case STEP -> Property.Kind.STEP;
            case COVER -> Property.Kind.COVER;
        };
        Context context = kind == Property.Kind.STEP ? Context.of(Context.Kind.STEP, Optional.empty()) : state();
        Expr predicate = session.expressions.condition(p.predicate(), context);
        properties.add(new Property(p.name().text(), kind, List.of(), predicate, Optional.empty(), p.doc(), p.span()));
    }

    private void liveness(Decl.Liveness p) {
        liveness(p, p.formula(), List.of(), state());
    }

    private void liveness(Decl.Liveness p, TemporalSyntax formula, List<Binder> binders, Context context) {
        switch (formula) {
            case TemporalSyntax.ForAll f -> forAll(p, f, binders, context);
            case TemporalSyntax.Eventually f ->
                add(p, Property.Kind.EVENTUALLY, binders, session.expressions.condition(f.predicate(), context));
            case TemporalSyntax.AlwaysEventually f ->
                add(p, Property.Kind.ALWAYS_EVENTUALLY, binders, session.expressions.condition(f.predicate(), context));
            case TemporalSyntax.EventuallyAlways f ->
                add(p, Property.Kind.EVENTUALLY_ALWAYS, binders, session.expressions.condition(f.predicate(), context));
            case TemporalSyntax.LeadsTo f -> {
                Expr cause = session.expressions.condition(f.cause(), context);
                Expr effect = session.expressions.condition(f.effect(), context);
                properties.add(new Property(
                        p.name().text(),
                        Property.Kind.LEADS_TO,
                        binders,
                        cause,
                        Optional.of(effect),
                        p.doc(),
                        p.span()));
            }
            case TemporalSyntax.Until f -> {
                Expr hold = session.expressions.condition(f.hold(), context);
                Expr goal = session.expressions.condition(f.goal(), context);
                if (!binders.isEmpty()) {
                    session.problems.help(
                            Code.B0704, f.span(), "put it behind: `(forall k in K: …) until (forall k in K: …)`");
                }
                untils.add(new Protocol.Until(p.name().text(), hold, goal, p.doc(), p.span()));
            }
        }
    }

    private void add(Decl.Liveness p, Property.Kind kind, List<Binder> binders, Expr predicate) {
        properties.add(new Property(p.name().text(), kind, binders, predicate, Optional.empty(), p.doc(), p.span()));
    }

    private void forAll(Decl.Liveness p, TemporalSyntax.ForAll f, List<Binder> outer, Context context) {
        List<Binder> binders = new ArrayList<>(outer);
        Context inner = context;
        for (BinderSyntax binder : f.binders()) {
            for (Name name : binder.names()) {
                Expr domain = session.expressions.quantifiers.set(binder.domain(), "forall", inner);
                if (!Shape.reads(domain).isEmpty() || Asks.any(domain)) {
                    session.problems.help(
                            Code.B0401,
                            binder.domain().span(),
                            "in front of a temporal word stands a type or a constant range; a `forall` over the state"
                                    + " goes behind it",
                            Coerce.text(binder.domain().span()));
                }
                Type element = TypeCollections.element(domain.type()).orElse(Kinds.UNKNOWN);
                Bind.Bound bound = session.expressions.bind.local(name, element, inner);
                binders.add(new Binder(bound.name(), element, domain));
                inner = bound.context();
            }
        }
        liveness(p, f.body(), List.copyOf(binders), inner);
    }
}
