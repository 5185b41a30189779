package dev.baton.runtime.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The code of a record: mixed radix, the first field most significant. */
public final class RecordCode<T> extends Code<T> {
    private final String name;
    private final List<Field<T, ?>> fields;
    private final Function<Fields, T> constructor;

    private RecordCode(long size, String name, List<Field<T, ?>> fields, Function<Fields, T> constructor) {
        super(size);
        this.name = name;
        this.fields = fields;
        this.constructor = constructor;
    }

    private record Field<T, F>(String name, Function<T, F> getter, Code<F> code) {
        String text(T value) {
            return name + ": " + code.text(getter.apply(value));
        }

        int compare(T a, T b) {
            return code.compare(getter.apply(a), getter.apply(b));
        }

        long index(T value) {
            return code.index(getter.apply(value));
        }

        boolean contains(T value) {
            return code.contains(getter.apply(value));
        }
    }

    /** Fields are told in the order of the record. */
    public static final class Builder<T> {
        private final List<Field<T, ?>> fields = new ArrayList<>();

        private final String name;

        Builder(Class<T> type, String name) {
            assert type.isRecord();
            this.name = name;
        }

        /** The next field, by its name in the protocol. */
        public <F> Builder<T> field(String called, Function<T, F> getter, Code<F> code) {
            fields.add(new Field<>(called, getter, code));
            return this;
        }

        /** @param constructor takes the fields in the same order */
        public RecordCode<T> build(Function<Fields, T> constructor) {
            long size = 1;
            for (Field<T, ?> field : fields) {
                size *= field.code.size();
            }
            return new RecordCode<>(size, name, List.copyOf(fields), constructor);
        }
    }

    /** The values of a record's fields, one after the other. */
    public static final class Fields {
        private final List<Object> values;
        private int next;

        private Fields(List<Object> values) {
            this.values = values;
        }

        /** The next field's value; of the type that the constructor asks for. */
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
        }) // The builder's fields and the constructor's parameters are of the same types.
        public <F> F next() {
            return (F) values.get(next++);
        }
    }

    @Override
    public long index(T value) {
        long index = 0;
        for (Field<T, ?> field : fields) {
            index = index * field.code.size() + field.index(value);
        }
        return index;
    }

    @Override
    public T at(long index) {
        List<Object> values = new ArrayList<>();
        long rest = index;
        for (Field<T, ?> field : fields.reversed()) {
            values.addFirst(field.code.at(rest % field.code.size()));
            rest /= field.code.size();
        }
        return constructor.apply(new Fields(values));
    }

    @Override
    public boolean contains(T value) {
        return fields.stream().allMatch(f -> f.contains(value));
    }

    @Override
    public int compare(T a, T b) {
        return fields.stream()
                .mapToInt(f -> f.compare(a, b))
                .filter(by -> by != 0)
                .findFirst()
                .orElse(0);
    }

    @Override
    public String text(T value) {
        return fields.isEmpty()
                ? name
                : fields.stream().map(f -> f.text(value)).collect(Collectors.joining(", ", name + " { ", " }"));
    }
}
