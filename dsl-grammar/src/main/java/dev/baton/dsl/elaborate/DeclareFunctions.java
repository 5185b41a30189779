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
    private final Map<String, Long> sizes = new HashMap<>();

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
        Definition definition =
                new Definition(function.name().text(), parameters, result, body, function.doc(), function.span());
        ordered.add(definition);
        return Optional.of(definition);
    }

    /** How many nodes there are when functions are put in. */
    private long size(Expr expr) {
        long size = 1;
        for (Expr child : expr.children()) {
            size += size(child);
        }
        return expr instanceof Expr.Call call
                ? size + sizes.getOrDefault(call.definition().name(), 0L)
                : size;
    }
}
