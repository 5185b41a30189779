package dev.baton.runtime.value;

import java.util.ArrayList;
import java.util.List;

/** The code of a union: its variants one after the other. */
public final class UnionCode<T> extends Code<T> {
    private final List<Variant<? extends T>> variants;

    private UnionCode(long size, List<Variant<? extends T>> variants) {
        super(size);
        this.variants = variants;
    }

    private record Variant<V>(Class<V> type, Code<V> code, long first) {
        long index(Object value) {
            return first + code.index(type.cast(value));
        }

        int compare(Object a, Object b) {
            return code.compare(type.cast(a), type.cast(b));
        }

        String text(Object value) {
            return code.text(type.cast(value));
        }

        boolean contains(Object value) {
            return code.contains(type.cast(value));
        }
    }

    /** Variants are told in the order of their names. */
    public static final class Builder<T> {
        private final List<Variant<? extends T>> variants = new ArrayList<>();
        private long size;

        Builder(Class<T> type) {
            assert type.isInterface();
        }

        /** The next variant. */
        public <V extends T> Builder<T> variant(Class<V> type, Code<V> code) {
            variants.add(new Variant<>(type, code, size));
            size += code.size();
            return this;
        }

        public UnionCode<T> build() {
            return new UnionCode<>(size, List.copyOf(variants));
        }
    }

    private Variant<? extends T> of(T value) {
        return variants.stream()
                .filter(v -> v.type.isInstance(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(value + " is no variant of this union"));
    }

    @Override
    public long index(T value) {
        return of(value).index(value);
    }

    @Override
    public T at(long index) {
        Variant<? extends T> last = variants.getFirst();
        for (Variant<? extends T> variant : variants) {
            if (variant.first <= index) {
                last = variant;
            }
        }
        return last.code.at(index - last.first);
    }

    @Override
    public boolean contains(T value) {
        return variants.stream().anyMatch(v -> v.type.isInstance(value) && v.contains(value));
    }

    @Override
    public int compare(T a, T b) {
        int by = Long.compare(of(a).first, of(b).first);
        return by != 0 ? by : of(a).compare(a, b);
    }

    @Override
    public String text(T value) {
        return of(value).text(value);
    }
}
