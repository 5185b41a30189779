package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;
import java.util.List;

/** {@code x, y in S}: after a quantifier, in {@code { e for … }}, as parameters of an action. At least one name. */
public record BinderSyntax(List<Name> names, ExprSyntax domain, Span span) implements Syntax {
    public BinderSyntax {
        names = List.copyOf(names);
    }
}
