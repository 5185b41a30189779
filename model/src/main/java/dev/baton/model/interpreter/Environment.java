package dev.baton.model.interpreter;

import dev.baton.model.value.Value;
import java.util.Optional;
import java.util.function.Supplier;

/** The locals in scope, the innermost first: what an {@code Expr.Local} means. */
public sealed interface Environment {

    /** No locals. */
    Environment EMPTY = new Empty();

    /** @throws IllegalStateException if there is no such local: a broken invariant of the type checker */
    Value get(String name);

    /** One more local; it hides an outer one of the same name. */
    default Environment with(String name, Value value) {
        return new Bound(name, value, this);
    }

    /** One more local whose value is asked for when it is first used, and then kept. */
    default Environment withLazy(String name, Supplier<Value> value) {
        return new Lazy(name, value, this);
    }

    /** See {@link #EMPTY}. */
    record Empty() implements Environment {
        @Override
        public Value get(String wanted) {
            throw new IllegalStateException("no local is called " + wanted);
        }
    }

    /** See {@link #with}. */
    record Bound(String name, Value value, Environment outer) implements Environment {
        @Override
        public Value get(String wanted) {
            return name.equals(wanted) ? value : outer.get(wanted);
        }
    }

    /** See {@link #withLazy}. */
    final class Lazy implements Environment {
        private final String name;
        private final Supplier<Value> value;
        private final Environment outer;
        private Optional<Value> known = Optional.empty();

        private Lazy(String name, Supplier<Value> value, Environment outer) {
            this.name = name;
            this.value = value;
            this.outer = outer;
        }

        @Override
        public Value get(String wanted) {
            if (!name.equals(wanted)) {
                return outer.get(wanted);
            }
            if (known.isEmpty()) {
                known = Optional.of(value.get());
            }
            return known.get();
        }
    }
}
