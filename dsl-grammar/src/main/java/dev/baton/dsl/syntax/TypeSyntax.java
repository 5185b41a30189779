package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;
import java.util.List;

/** A type as written. */
public sealed interface TypeSyntax extends Syntax {

    /** {@code bool}. */
    record Bool(Span span) implements TypeSyntax {}

    /** {@code lo..hi}. */
    record Range(ExprSyntax low, ExprSyntax high, Span span) implements TypeSyntax {}

    /** {@code lo..*}: only of a {@code param}, and not yet supported. */
    record OpenRange(ExprSyntax low, Span span) implements TypeSyntax {}

    /** An enum, record, message, index type, kernel or core. */
    record Named(Name name, Span span) implements TypeSyntax {}

    /** {@code T?}. */
    record Option(TypeSyntax element, Span span) implements TypeSyntax {}

    /** {@code set<T>}. */
    record SetOf(TypeSyntax element, Span span) implements TypeSyntax {}

    /** {@code seq<T, n>}. */
    record SeqOf(TypeSyntax element, ExprSyntax capacity, Span span) implements TypeSyntax {}

    /** {@code A | B}: two or more. */
    record Union(List<TypeSyntax> alternatives, Span span) implements TypeSyntax {
        public Union {
            alternatives = List.copyOf(alternatives);
        }
    }
}
