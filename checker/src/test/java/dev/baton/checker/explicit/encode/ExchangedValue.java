package dev.baton.checker.explicit.encode;

import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Values in which each member of an index type has another's place: what {@link MemberExchange} does to bits. */
public final class ExchangedValue {
    private final Type.Index index;
    private final List<Integer> order;

    /** @param order what becomes of each member */
    public ExchangedValue(Type.Index index, List<Integer> order) {
        this.index = index;
        this.order = List.copyOf(order);
    }

    /** Two members, each in the other's place. */
    public static ExchangedValue of(Type.Index index, int first, int second) {
        return new ExchangedValue(
                index,
                IntStream.range(0, index.size())
                        .mapToObj(i -> i == first ? second : i == second ? first : i)
                        .toList());
    }

    public Value in(Value value) {
        return switch (value) {
            case Value.Bool _, Value.Int _, Value.EnumMember _, Value.None _ -> value;
            case Value.Member v -> v.type().equals(index) ? new Value.Member(index, order.get(v.ordinal())) : v;
            case Value.Some v -> new Value.Some(in(v.value()));
            case Value.Struct v -> new Value.Struct(v.type(), each(v.fields(), this::in));
            case Value.SetOf v -> Value.SetOf.of(each(v.elements(), this::in));
            case Value.Seq v -> new Value.Seq(each(v.elements(), this::in));
            case Value.Bag v -> new Value.Bag(each(v.elements(), this::in));
            case Value.MapOf v -> {
                Value.MapOf moved = v;
                for (Value key : Domain.values(v.key())) {
                    moved = moved.with(in(key), in(v.get(key)));
                }
                yield moved;
            }
        };
    }

    private static List<Value> each(List<Value> values, UnaryOperator<Value> moved) {
        return values.stream().map(moved).toList();
    }
}
