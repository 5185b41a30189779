package dev.baton.dsl.elaborate;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import java.util.List;
import java.util.Optional;

/** Makes a value one of the type that is asked for: wraps it in an option, takes a union's only possible variant. */
final class Coerce {
    private final Session session;

    Coerce(Session session) {
        this.session = session;
    }

    /** The value as one of {@code expected}; says so if it can't be one. */
    Expr to(Type expected, Expr value, Context context) {
        Expr made = fit(expected, value, context);
        if (!Kinds.accepts(expected, made.type())) {
            Diagnostic plain =
                    Diagnostic.of(Code.B0301, value.span(), "`" + Kinds.name(expected) + "`", Kinds.name(value.type()));
            session.problems.add(
                    advice(expected, value.type()).map(plain::withHelp).orElse(plain));
            return Kinds.unknown(value.span());
        }
        if (neverFits(expected, made)) {
            session.problems.say(Code.B0404, value.span(), text(value.span()), expected.toString());
            return Kinds.unknown(value.span());
        }
        return made;
    }

    /** The value as one of {@code wanted} if that can be, else as it is. */
    Expr fit(Type wanted, Expr value, Context context) {
        if (Kinds.accepts(wanted, value.type())) {
            return value;
        }
        if (wanted instanceof Type.Option option) {
            Expr inner = fit(option.element(), value, context);
            if (Kinds.accepts(option.element(), inner.type())) {
                return new Expr.Apply(Op.SOME, List.of(inner), new Type.Option(inner.type()), value.span());
            }
        }
        if (wanted instanceof Type.Struct struct && value.type() instanceof Type.Union) {
            List<Type.Struct> possible = context.facts().variants(value);
            if (possible.equals(List.of(struct))) {
                return new Expr.As(value, struct, value.span());
            }
        }
        if (wanted instanceof Type.Union union
                && value.type() instanceof Type.Index index
                && union.equals(session.types.holder())) {
            Optional<Type.Struct> variant = union.variant(index.name());
            if (variant.isPresent()) {
                return new Expr.Make(variant.get(), index.single() ? List.of() : List.of(value), value.span());
            }
        }
        return value;
    }

    /** Whether no value of the expression is one of the type, whatever the parameters. */
    static boolean neverFits(Type expected, Expr value) {
        if (expected instanceof Type.Option option && value instanceof Expr.Apply some && some.op() == Op.SOME) {
            return neverFits(option.element(), some.arg(0));
        }
        return expected instanceof Type.Range e
                && value.type() instanceof Type.Range v
                && Intervals.disjoint(e, v)
                && !Parametric.is(expected)
                && !Parametric.is(value);
    }

    /** What a span covers, on one line. */
    static String text(Span span) {
        return span.text().replaceAll("\\s+", " ");
    }

    private static Optional<String> advice(Type expected, Type actual) {
        if (actual instanceof Type.Option option && Kinds.accepts(expected, option.element())) {
            return Optional.of("take the value out with `!`, or with `if some(x) = …`");
        }
        if (expected instanceof Type.Bool && actual instanceof Type.Range) {
            return Optional.of("compare it: `… != 0`");
        }
        if (expected instanceof Type.Struct && actual instanceof Type.Union) {
            return Optional.of("ask `is " + expected + "` first, or use `match`");
        }
        if (expected instanceof Type.SetOf set && Kinds.accepts(set.element(), actual)) {
            return Optional.of("a set of one: `{…}`");
        }
        if (expected instanceof Type.Index && actual instanceof Type.Range) {
            return Optional.of("the member of a number: `" + expected + "(…)`");
        }
        return Optional.empty();
    }
}
