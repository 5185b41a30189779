package dev.baton.codegen.expr;

import dev.baton.model.expr.Expr;
import dev.baton.model.source.Span;
import dev.baton.model.type.Containment;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;

/** What the model says of errors (rule 3), and where it sees that there can be none. */
public final class Wording {
    private Wording() {}

    /** The text of a span on one line, shortened, as error sites have it. */
    public static String quote(Span span) {
        String text =
                span.text().replaceAll("\\s+", " ").replaceAll("[\"\\\\]", "'").strip();
        return text.length() > 40 ? text.substring(0, 37) + "..." : text;
    }

    /** What is said where a value does not fit into a place. */
    public static String outside(Span span, Type type) {
        return "`" + quote(span) + "` takes a value outside `" + type + "`";
    }

    /** Whether a value lies in a type whatever happens. */
    public static boolean certain(Expr value, Type type) {
        return Containment.within(value.type(), type)
                || (value instanceof Expr.Literal l && Domain.contains(type, l.value()))
                || (value instanceof Expr.Constant c && Domain.contains(type, c.value()));
    }
}
