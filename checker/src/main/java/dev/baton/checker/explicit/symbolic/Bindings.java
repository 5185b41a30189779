package dev.baton.checker.explicit.symbolic;

import dev.baton.checker.explicit.encode.Val;
import java.util.Optional;
import java.util.function.Supplier;

/** The locals in scope, the innermost first. */
public sealed interface Bindings {

    /** No locals. */
    Bindings EMPTY = new Empty();

    Val get(String name);

    /** One more local; it hides an outer one of the same name. */
    default Bindings with(String name, Val val) {
        return new Bound(name, val, this);
    }

    /** One more local that is evaluated when it is first used. */
    default Bindings withLazy(String name, Supplier<Val> val) {
        return new Lazy(name, val, this);
    }

    /** See {@link #EMPTY}. */
    record Empty() implements Bindings {
        @Override
        public Val get(String name) {
            throw new IllegalStateException("no local is called " + name);
        }
    }

    /** See {@link #with}. */
    record Bound(String name, Val val, Bindings outer) implements Bindings {
        @Override
        public Val get(String wanted) {
            return name.equals(wanted) ? val : outer.get(wanted);
        }
    }

    /** See {@link #withLazy}. */
    final class Lazy implements Bindings {
        private final String name;
        private final Supplier<Val> val;
        private final Bindings outer;
        private Optional<Val> known = Optional.empty();

        private Lazy(String name, Supplier<Val> val, Bindings outer) {
            this.name = name;
            this.val = val;
            this.outer = outer;
        }

        @Override
        public Val get(String wanted) {
            if (!name.equals(wanted)) {
                return outer.get(wanted);
            }
            if (known.isEmpty()) {
                known = Optional.of(val.get());
            }
            return known.get();
        }
    }
}
