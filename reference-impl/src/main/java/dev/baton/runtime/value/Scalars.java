package dev.baton.runtime.value;

/** Codes of what has no parts. */
final class Scalars {
    static final Code<Boolean> BOOL = new Bool();

    private Scalars() {}

    private static final class Bool extends Code<Boolean> {
        Bool() {
            super(2);
        }

        @Override
        public long index(Boolean value) {
            return value ? 1 : 0;
        }

        @Override
        public Boolean at(long index) {
            return index != 0;
        }

        @Override
        public boolean contains(Boolean value) {
            return true;
        }
    }

    static final class Range extends Code<Integer> {
        private final int lo;
        private final int hi;

        Range(int lo, int hi) {
            super((long) hi - lo + 1);
            this.lo = lo;
            this.hi = hi;
        }

        @Override
        public long index(Integer value) {
            return (long) value - lo;
        }

        @Override
        public Integer at(long index) {
            return (int) (lo + index);
        }

        @Override
        public boolean contains(Integer value) {
            return lo <= value && value <= hi;
        }

        @Override
        public long code(Integer value) {
            return value;
        }

        @Override
        public Integer decode(long code) {
            return (int) code;
        }
    }

    static final class Enumerated<E extends Enum<E>> extends Code<E> {
        private final E[] constants;

        Enumerated(E[] constants) {
            super(constants.length);
            this.constants = constants;
        }

        @Override
        public long index(E value) {
            return value.ordinal();
        }

        @Override
        public E at(long index) {
            return constants[(int) index];
        }

        @Override
        public boolean contains(E value) {
            return true;
        }
    }
}
