package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;
import java.util.List;
import java.util.Optional;

/** What a value is matched with. */
public sealed interface PatternSyntax extends Syntax {

    /** {@code some(x)}; {@code some(_)} has no binder. */
    record Some(Optional<Name> binder, Span span) implements PatternSyntax {}

    /** {@code none}. */
    record None(Span span) implements PatternSyntax {}

    /** {@code _}. */
    record Anything(Span span) implements PatternSyntax {}

    /** A bare name: a message, an enum member, or a name to bind. */
    record Named(Name name, Span span) implements PatternSyntax {}

    /** {@code State s}. */
    record Bound(Name variant, Name binder, Span span) implements PatternSyntax {}

    /** <code>State { pages, seq: n }</code>; the braces may be empty. */
    record Fields(Name variant, List<FieldPatternSyntax> fields, Span span) implements PatternSyntax {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** {@code 3}, {@code -1}. */
    record Int(int value, Span span) implements PatternSyntax {}

    /** {@code true}, {@code false}. */
    record Truth(boolean value, Span span) implements PatternSyntax {}
}
