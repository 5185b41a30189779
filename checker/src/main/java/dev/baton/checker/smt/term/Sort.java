package dev.baton.checker.smt.term;

/** What kind of value a {@link Term} has. */
public sealed interface Sort {

    /** A truth value. */
    record Bool() implements Sort {
        @Override
        public String toString() {
            return "Bool";
        }
    }

    /** A bit vector of {@code width} bits, 1 to 64. */
    record Bits(int width) implements Sort {
        public Bits {
            if (width < 1 || width > 64) {
                throw new IllegalArgumentException(width + " bits");
            }
        }

        @Override
        public String toString() {
            return "(_ BitVec " + width + ")";
        }
    }

    /** The one instance that is needed. */
    Sort BOOL = new Bool();
}
