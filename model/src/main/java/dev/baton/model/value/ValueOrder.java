package dev.baton.model.value;

import java.util.List;

/** The total order of values: kinds first (only none/some and the variants of a union ever mix), then contents. */
final class ValueOrder {
    private ValueOrder() {}

    static int compare(Value a, Value b) {
        int kinds = Integer.compare(rank(a), rank(b));
        if (kinds != 0) {
            return kinds;
        }
        return switch (a) {
            case Value.Bool x -> Boolean.compare(x.value(), ((Value.Bool) b).value());
            case Value.Int x -> Integer.compare(x.value(), ((Value.Int) b).value());
            case Value.EnumMember x -> Integer.compare(x.ordinal(), ((Value.EnumMember) b).ordinal());
            case Value.Member x -> {
                Value.Member y = (Value.Member) b;
                int names = x.type().name().compareTo(y.type().name());
                yield names != 0 ? names : Integer.compare(x.ordinal(), y.ordinal());
            }
            case Value.Struct x -> {
                Value.Struct y = (Value.Struct) b;
                int names = x.type().name().compareTo(y.type().name());
                yield names != 0 ? names : lists(x.fields(), y.fields());
            }
            case Value.None none -> 0;
            case Value.Some x -> compare(x.value(), ((Value.Some) b).value());
            case Value.SetOf x -> lists(x.elements(), ((Value.SetOf) b).elements());
            case Value.Seq x -> lists(x.elements(), ((Value.Seq) b).elements());
            case Value.Bag x -> lists(x.elements(), ((Value.Bag) b).elements());
            case Value.MapOf x -> lists(x.values(), ((Value.MapOf) b).values());
        };
    }

    private static int lists(List<Value> a, List<Value> b) {
        int sizes = Integer.compare(a.size(), b.size());
        if (sizes != 0) {
            return sizes;
        }
        for (int i = 0; i < a.size(); i++) {
            int c = compare(a.get(i), b.get(i));
            if (c != 0) {
                return c;
            }
        }
        return 0;
    }

    private static int rank(Value value) {
        return switch (value) {
            case Value.None v -> 0;
            case Value.Some v -> 1;
            case Value.Bool v -> 2;
            case Value.Int v -> 3;
            case Value.EnumMember v -> 4;
            case Value.Member v -> 5;
            case Value.Struct v -> 6;
            case Value.SetOf v -> 7;
            case Value.Seq v -> 8;
            case Value.Bag v -> 9;
            case Value.MapOf v -> 10;
        };
    }
}
