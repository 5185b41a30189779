package dev.baton.model.protocol;

import dev.baton.model.expr.Expr;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;

/** The right side of an assignment or {@code let}, or a condition: an expression, or a locked operation on memory. */
public sealed interface Source {

    Type type();

    record Pure(Expr value) implements Source {
        @Override
        public Type type() {
            return value.type();
        }
    }

    /** {@code cas(place, old, new)}: whether the place held {@code expected}; if so it now holds {@code desired}. */
    record Cas(Place place, Expr expected, Expr desired, Span span) implements Source {
        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    /** {@code fetch_add(place, n)}: what the place held; it now holds {@code n} more. */
    record FetchAdd(Place place, Expr amount, Span span) implements Source {
        @Override
        public Type type() {
            return place.type();
        }
    }

    /** {@code xchg(place, x)}: what the place held; it now holds {@code x}. */
    record Exchange(Place place, Expr value, Span span) implements Source {
        @Override
        public Type type() {
            return place.type();
        }
    }
}
