package dev.baton.model.protocol;

import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.List;
import java.util.Optional;

/** What a value is matched with; binders become locals. */
public sealed interface Pattern {

    /** {@code some(x)}; {@code binder} gets the element. */
    record Some(Optional<Binding> binder) implements Pattern {}

    record None() implements Pattern {}

    /**
     * {@code State}, {@code State s} or <code>State { pages, seq: n }</code>: a variant of a union, or a struct by its
     * own name (always matches).
     */
    record Variant(Type.Struct variant, Optional<Binding> whole, List<FieldBinding> fields) implements Pattern {
        public Variant {
            fields = List.copyOf(fields);
        }
    }

    /** An enumeration member, an integer, {@code true}, {@code false}. */
    record Constant(Value value) implements Pattern {}

    /** {@code _}, {@code else} or a plain name: always matches. */
    record Anything(Optional<Binding> binder) implements Pattern {}

    /** A local that a pattern binds. */
    record Binding(String name, Type type) {}

    record FieldBinding(String field, Binding binder) {}
}
