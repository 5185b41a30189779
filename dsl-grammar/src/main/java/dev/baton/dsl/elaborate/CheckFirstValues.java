package dev.baton.dsl.elaborate;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;

/** Whether a variable can have its first value, and not too many entries. */
final class CheckFirstValues {
    private final Session session;

    CheckFirstValues(Session session) {
        this.session = session;
    }

    /** No step could say that a first value is wrong: it is said here, and whether there are too many entries. */
    Variable checked(Variable variable) {
        if (!Kinds.known(variable.type())) {
            return variable;
        }
        long entries = entries(variable.type());
        if (entries > Domain.LARGEST) {
            session.problems.help(
                    Code.B0407,
                    variable.span(),
                    "a smaller range shows the same mistakes",
                    "`" + variable.name() + "`",
                    Long.toString(entries),
                    Integer.toString(Domain.LARGEST));
            return new Variable(
                    variable.name(),
                    Kinds.UNKNOWN,
                    Kinds.unknown(variable.span()),
                    variable.role(),
                    variable.doc(),
                    variable.span());
        }
        session.constants
                .evaluate(variable.init())
                .filter(v -> !Domain.contains(variable.type(), v))
                .ifPresent(v -> {
                    Expr written = body(variable.init());
                    session.problems.say(
                            Code.B0404, written.span(), written.span().text(), entry(variable.type(), written.type()));
                });
        return variable;
    }

    /** How many entries a map has, with those of the maps in it; keys have at most 2^16 values, so this stays small. */
    private static long entries(Type type) {
        if (!(type instanceof Type.MapOf map)) {
            return 1;
        }
        long inner = Math.min(entries(map.value()), Domain.LARGEST + 1L);
        return inner * Domain.size(map.key()).longValueExact();
    }

    private static Expr body(Expr init) {
        return init instanceof Expr.Quantified q && q.binder().domain().span().equals(Span.NONE)
                ? body(q.body())
                : init;
    }

    private static String entry(Type type, Type written) {
        return type instanceof Type.MapOf map && !(written instanceof Type.MapOf)
                ? entry(map.value(), written)
                : type.toString();
    }
}
