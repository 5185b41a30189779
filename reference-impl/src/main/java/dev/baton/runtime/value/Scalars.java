package dev.baton.runtime.value;

/** Codes of what has no parts. */
final class Scalars {
    static final Code<Boolean> BOOL = new Bool();

    private Scalars() {}

    abstract static class Scalar<T> extends Code<T> {
        Scalar(long size) {
            super(size);
        }

        @Override
        public int compare(T a, T b) {
            return Long.compare(index(a), index(b));
        }
    }

    private static final class Bool extends Scalar<Boolean> {
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

        @Override
        public String text(Boolean value) {
            return Boolean.toString(value);
        }
    }

    static final class Range extends Scalar<Integer> {
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
        public String text(Integer value) {
            return Integer.toString(value);
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

    static final class Members extends Scalar<Integer> {
        private final String name;
        private final boolean single;

        Members(String name, int size, boolean single) {
            super(size);
            this.name = name;
            this.single = single;
        }

        @Override
        public long index(Integer value) {
            return value;
        }

        @Override
        public Integer at(long index) {
            return (int) index;
        }

        @Override
        public boolean contains(Integer value) {
            return 0 <= value && value < size();
        }

        @Override
        public String text(Integer value) {
            return single ? name : name + "(" + value + ")";
        }
    }

    static final class Enumerated<E extends Enum<E>> extends Scalar<E> {
        private final E[] constants;

        Enumerated(E[] constants) {
            super(constants.length);
            this.constants = constants;
        }

        @Override
        @SuppressWarnings("EnumOrdinal") // The order of the text is what codes are about.
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

        @Override
        public String text(E value) {
            return value.toString();
        }
    }
}
