package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.ParameterSyntax;
import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.source.Code;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions, each after those it uses. */
final class DeclareFunctions {
    private final Session session;
    private final OnDemand<Optional<Definition>> known;
    private final List<Definition> ordered = new ArrayList<>();
    private final Map<String, Extent> extents = new HashMap<>();

    /** How many nodes something has, and how deep they are nested, when functions are put in. */
    private record Extent(long size, int depth) {}

    DeclareFunctions(Session session) {
        this.session = session;
        this.known = session.table();
    }

    /** All, each after those it uses. */
    List<Definition> all() {
        session.program.all(Decl.Function.class).forEach(this::of);
        return List.copyOf(ordered);
    }

    /** What a function is; empty if it calls itself, which is then told. */
    Optional<Definition> of(Decl.Function function) {
        String name = function.name().text();
        return known.get(name, () -> define(function), () -> {
            session.cycle(Code.B0605, function.name().span(), name);
            return Optional.empty();
        });
    }

    private Optional<Definition> define(Decl.Function function) {
        Context context = Context.of(Context.Kind.FUNCTION, Optional.empty());
        List<Definition.Parameter> parameters = new ArrayList<>();
        for (ParameterSyntax parameter : function.parameters()) {
            Type type = session.types.of(parameter.type());
            Bind.Bound bound = session.expressions.bind.local(parameter.name(), type, context);
            parameters.add(new Definition.Parameter(bound.name(), type));
            context = bound.context();
        }
        Type result = session.types.of(function.result());
        Expr body = session.expressions.expect(function.body(), result, context);
        Extent extent = extent(body);
        extents.put(function.name().text(), extent);
        String what = "`" + function.name() + "`, with the functions that it uses,";
        if (extent.size() > Limits.FUNCTION) {
            session.problems.say(
                    Code.B0412,
                    function.name().span(),
                    "the size of " + what,
                    Integer.toString(Limits.FUNCTION),
                    Long.toString(extent.size()));
            return Optional.empty();
        }
        if (extent.depth() > Limits.NESTING) {
            session.problems.say(
                    Code.B0106, function.name().span(), what + " is nested", Integer.toString(Limits.NESTING));
            return Optional.empty();
        }
        Definition definition =
                new Definition(function.name().text(), parameters, result, body, function.doc(), function.span());
        ordered.add(definition);
        return Optional.of(definition);
    }

    private Extent extent(Expr expr) {
        Extent called = expr instanceof Expr.Call call
                ? extents.getOrDefault(call.definition().name(), new Extent(0, 0))
                : new Extent(0, 0);
        long size = 1 + called.size();
        int depth = called.depth();
        for (Expr child : expr.children()) {
            Extent inner = extent(child);
            size += inner.size();
            depth = Math.max(depth, inner.depth());
        }
        return new Extent(size, depth + 1);
    }
}
