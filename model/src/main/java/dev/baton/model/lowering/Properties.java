package dev.baton.model.lowering;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Span;
import dev.baton.model.system.ErrorSite;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties of a protocol over variables, those that are always asked in front (rules 3, 12 and 13). */
final class Properties {
    static final String WELL_DEFINED = "WellDefined";
    static final String DEADLOCK_FREE = "DeadlockFree";
    static final String OWNED = "Owned";

    private final World world;
    private final Questions questions;
    private final Map<String, Variable> reached = new LinkedHashMap<>();
    private final List<Property> all = new ArrayList<>();

    Properties(World world, Questions questions) {
        this.world = world;
        this.questions = questions;
        for (Protocol.Until u : world.protocol.untils()) {
            Variable v = new Variable(
                    world.names.variable(u.name() + ".reached"),
                    Type.BOOL,
                    Expr.FALSE,
                    Variable.Role.HISTORY,
                    Optional.empty(),
                    u.span());
            reached.put(u.name(), v);
        }
    }

    /** Remembers for each {@code until} whether its goal has held in an earlier state. */
    Map<Variable, Expr> history() {
        Map<Variable, Expr> updates = new LinkedHashMap<>();
        for (Protocol.Until u : world.protocol.untils()) {
            Variable v = World.the(reached, u.name());
            updates.put(v, Exprs.or(Exprs.read(v), total(u.goal())));
        }
        return updates;
    }

    List<Variable> historyVariables() {
        return List.copyOf(reached.values());
    }

    List<Property> lower(Optional<TransitionSystem.ErrorSites> errors) {
        always(errors);
        for (Property p : world.protocol.properties()) {
            Expr left = p.kind() == Property.Kind.LEADS_TO ? cause(p.left()) : total(p.left());
            all.add(new Property(p.name(), p.kind(), binders(p), left, p.right().map(this::total), p.doc(), p.span()));
        }
        for (Protocol.Until u : world.protocol.untils()) {
            Expr before = Exprs.or(List.of(Exprs.read(World.the(reached, u.name())), total(u.goal()), total(u.hold())));
            all.add(property(u.name(), Property.Kind.INVARIANT, before, u.doc(), u.span()));
            all.add(property(u.name(), Property.Kind.EVENTUALLY, total(u.goal()), u.doc(), u.span()));
        }
        return all;
    }

    private List<Binder> binders(Property p) {
        return p.binders().stream()
                .map(b -> new Binder(b.name(), b.type(), questions.answer(b.domain())))
                .toList();
    }

    private static Property property(String name, Property.Kind kind, Expr left, Optional<String> doc, Span span) {
        return new Property(name, kind, List.of(), left, Optional.empty(), doc, span);
    }

    private void always(Optional<TransitionSystem.ErrorSites> errors) {
        Optional<String> none = Optional.empty();
        Expr fine = errors.map(e -> among(e, List.of(ErrorSite.Kind.OWNERSHIP))).orElse(Expr.TRUE);
        all.add(property(WELL_DEFINED, Property.Kind.WELL_DEFINED, fine, none, Span.NONE));
        all.add(property(DEADLOCK_FREE, Property.Kind.DEADLOCK_FREE, Expr.TRUE, none, Span.NONE));
        if (!world.protocol.resources().isEmpty()) {
            List<ErrorSite.Kind> others = List.of(ErrorSite.Kind.UNDEFINED, ErrorSite.Kind.ASSERTION);
            Expr owned = errors.map(e -> among(e, others)).orElse(Expr.TRUE);
            List<Expr> rest = new ArrayList<>();
            for (Protocol.Resource r : world.protocol.resources()) {
                Expr owner =
                        Exprs.at(Exprs.read(World.the(world.owners, r.index().name())), Exprs.local("r", r.index()));
                rest.add(Exprs.forall("r", r.index(), Exprs.apply(Op.IS_SOME, Type.BOOL, owner)));
            }
            owned = Exprs.and(owned, Exprs.implies(questions.quiescent(), Exprs.and(rest)));
            all.add(property(OWNED, Property.Kind.OWNERSHIP, owned, none, Span.NONE));
        }
    }

    /** That the error is none, or one of these kinds. */
    private static Expr among(TransitionSystem.ErrorSites errors, List<ErrorSite.Kind> kinds) {
        List<Expr> allowed = new ArrayList<>();
        Type.Enumeration type = errors.type();
        allowed.add(Exprs.literal(new Value.EnumMember(type, 0), type));
        for (int i = 0; i < errors.sites().size(); i++) {
            if (kinds.contains(errors.sites().get(i).kind())) {
                allowed.add(Exprs.literal(new Value.EnumMember(type, i + 1), type));
            }
        }
        Expr error = Exprs.read(errors.variable());
        if (allowed.size() == 1) {
            return Exprs.eq(error, allowed.getFirst());
        }
        Expr set = Exprs.apply(Op.SET, new Type.SetOf(type), allowed.toArray(Expr[]::new));
        return Exprs.apply(Op.IN, Type.BOOL, error, set);
    }

    /** A predicate that is false where it can't be evaluated. */
    private Expr total(Expr predicate) {
        Expr answered = questions.answer(predicate);
        return Exprs.and(defined(answered), answered);
    }

    /** A cause that counts as one where it can't be evaluated. */
    private Expr cause(Expr predicate) {
        Expr answered = questions.answer(predicate);
        return Exprs.implies(defined(answered), answered);
    }

    private static Expr defined(Expr e) {
        return Exprs.and(
                Definedness.of(e).stream().map(Definedness.Demand::condition).toList());
    }
}
