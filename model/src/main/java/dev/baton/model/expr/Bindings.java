package dev.baton.model.expr;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The locals in scope, the innermost first.
 *
 * @param <V> what a local stands for
 */
public sealed interface Bindings<V> {

    /** No locals. */
    static <V> Bindings<V> empty() {
        return new Empty<>();
    }

    V get(String name);

    /** One more local; it hides an outer one of the same name. */
    default Bindings<V> with(String name, V value) {
        return new Bound<>(name, value, this);
    }

    /** One more local that is evaluated when it is first used. */
    default Bindings<V> withLazy(String name, Supplier<V> value) {
        return new Lazy<>(name, value, this);
    }

    /** See {@link #empty}. */
    record Empty<V>() implements Bindings<V> {
        @Override
        public V get(String name) {
            throw new IllegalStateException("no local is called " + name);
        }
    }

    /** See {@link #with}. */
    record Bound<V>(String name, V value, Bindings<V> outer) implements Bindings<V> {
        @Override
        public V get(String wanted) {
            return name.equals(wanted) ? value : outer.get(wanted);
        }
    }

    /** See {@link #withLazy}. */
    final class Lazy<V> implements Bindings<V> {
        private final String name;
        private final Supplier<V> value;
        private final Bindings<V> outer;
        private Optional<V> known = Optional.empty();

        private Lazy(String name, Supplier<V> value, Bindings<V> outer) {
            this.name = name;
            this.value = value;
            this.outer = outer;
        }

        @Override
        public V get(String wanted) {
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
