package dev.baton.dsl.elaborate;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Shape;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Code;
import dev.baton.model.type.Containment;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Variables that are read, but only to compute themselves or others of their kind: no property, no decision and nothing
 * that is sent depends on them.
 */
final class LintInfluence {
    private final Map<String, Set<String>> sources = new LinkedHashMap<>();
    private final Set<String> matters = new LinkedHashSet<>();

    private LintInfluence() {}

    static void lint(Protocol protocol, Session session) {
        LintInfluence pass = new LintInfluence();
        Bodies.asked(protocol).forEach(pass::matters);
        Bodies.guards(protocol).forEach(pass::matters);
        Bodies.statements(protocol).forEach(pass::statement);
        pass.close();
        Set<String> read = LintUses.read(protocol);
        for (Variable variable : LintUses.variables(protocol)) {
            boolean here = variable.span().file().equals(protocol.source());
            if (here && read.contains(variable.name()) && !pass.matters.contains(variable.name())) {
                session.problems.say(Code.B0808, variable.span(), variable.name());
            }
        }
    }

    private void statement(Stmt stmt) {
        if (stmt instanceof Stmt.Assign assign && assign.place().root() instanceof Place.VariableRoot root) {
            Set<String> from = sources.computeIfAbsent(root.variable().name(), n -> new LinkedHashSet<>());
            Statements.expressions(stmt).forEach(e -> Shape.reads(e).forEach(v -> from.add(v.name())));
            LintUses.locked(assign.value()).ifPresent(v -> from.add(v.name()));
            Statements.expressions(stmt).forEach(this::mayFail);
            return;
        }
        Statements.expressions(stmt).forEach(this::matters);
        for (Source source : Statements.sources(stmt)) {
            LintUses.locked(source).ifPresent(v -> matters.add(v.name()));
        }
    }

    /** What decides whether a step is an error matters. */
    private void mayFail(Expr expr) {
        Shape.visit(expr, e -> {
            if (e instanceof Expr.Apply apply && apply.op().partial() && !total(apply)) {
                matters(apply);
            }
        });
    }

    /** Whether an entry is asked for with a key that is always there. */
    private static boolean total(Expr.Apply apply) {
        return apply.op() == Op.AT
                && apply.arg(0).type() instanceof Type.MapOf map
                && Containment.within(apply.arg(1).type(), map.key());
    }

    private void matters(Expr expr) {
        Shape.reads(expr).forEach(v -> matters.add(v.name()));
    }

    /** What goes into what matters, matters. */
    private void close() {
        List<String> open = new ArrayList<>(matters);
        while (!open.isEmpty()) {
            for (String source : sources.getOrDefault(open.removeLast(), Set.of())) {
                if (matters.add(source)) {
                    open.add(source);
                }
            }
        }
    }
}
