package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.names.Identifiers;
import dev.baton.codegen.names.NameScope;
import dev.baton.codegen.names.ProtocolNames;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Rewriter;
import dev.baton.model.expr.Shape;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Invariants that speak of one member's private variables alone: it checks them itself, whenever it changes one. */
final class LocalChecks {

    /** An invariant as one member sees it. */
    record LocalCheck(String method, Property invariant, Expr holds, Set<Variable> reads) {}

    private final List<LocalCheck> all = new ArrayList<>();

    /** @param held names of the invariants that hold */
    LocalChecks(Protocol protocol, Actor actor, ProtocolNames names, Set<String> held) {
        NameScope scope = new NameScope(names.takenOnActor(actor.name()));
        for (Property p : protocol.properties()) {
            boolean asked = p.kind() == Property.Kind.INVARIANT || p.kind() == Property.Kind.LEMMA;
            if (asked && held.contains(p.name())) {
                local(p.left(), actor)
                        .ifPresent(e -> all.add(new LocalCheck(
                                scope.take("check" + Identifiers.pascal(p.name())), p, e, Shape.reads(e))));
            }
        }
    }

    List<LocalCheck> all() {
        return all;
    }

    /** The invariant with {@code self} in the place of the member that it is said of; empty if it is no local one. */
    private static Optional<Expr> local(Expr e, Actor actor) {
        Expr body = e;
        if (!actor.index().single()) {
            boolean forEach = e instanceof Expr.Quantified q
                    && q.kind() == Quantifier.FORALL
                    && q.binder().domain() instanceof Expr.Domain d
                    && d.element().equals(actor.index());
            if (!forEach) {
                return Optional.empty();
            }
            Expr.Quantified q = (Expr.Quantified) e;
            body = Rewriter.substitute(q.body(), Map.of(q.binder().name(), actor.self()));
        }
        Expr inlined = inlined(body);
        Set<Variable> reads = Shape.reads(inlined);
        boolean own = !reads.isEmpty()
                && reads.stream().allMatch(v -> actor.variables().contains(v));
        return own && seen(inlined, actor) ? Optional.of(inlined) : Optional.empty();
    }

    private static Expr inlined(Expr e) {
        Expr inner = e.mapChildren(LocalChecks::inlined);
        return inner instanceof Expr.Call c && !Shape.reads(c).isEmpty() ? inlined(Rewriter.inline(c)) : inner;
    }

    /** Whether variables are read of {@code self} alone, and nothing is asked that no kernel sees. */
    private static boolean seen(Expr e, Actor actor) {
        if (e instanceof Expr.Query) {
            return false;
        }
        if (e instanceof Expr.Local l
                && l.name().equals("self")
                && actor.index().single()) {
            return false;
        }
        if (!actor.index().single()
                && e instanceof Expr.Apply a
                && a.op() == Op.AT
                && a.arg(0) instanceof Expr.Read r
                && !r.primed()) {
            return a.arg(1) instanceof Expr.Local l && l.name().equals("self");
        }
        if (e instanceof Expr.Read r && (r.primed() || !actor.index().single())) {
            return false;
        }
        return e.children().stream().allMatch(c -> seen(c, actor));
    }

    /** Calls of the checks that look at what these statements write. */
    CodeBlock after(List<Stmt> body) {
        Set<Variable> written = new java.util.HashSet<>();
        Statements.visit(
                body,
                s -> Statements.writes(s).forEach(place -> {
                    if (place.root() instanceof Place.VariableRoot root) {
                        written.add(root.variable());
                    }
                }));
        CodeBlock.Builder out = CodeBlock.builder();
        for (LocalCheck check : all) {
            if (check.reads.stream().anyMatch(written::contains)) {
                out.addStatement("$N()", check.method);
            }
        }
        return out.build();
    }
}
