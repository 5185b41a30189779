package dev.baton.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Ranks are positions among the values of a type, without going through them. */
final class RanksTest {
    private static final Type.Enumeration COLOUR = new Type.Enumeration("Colour", List.of("Red", "Green", "Blue"));
    private static final Type.Index KERNEL = new Type.Index("Kernel", 3, "3", false);

    @Provide
    Arbitrary<Type> types() {
        return types(2);
    }

    private static Arbitrary<Type> types(int depth) {
        Arbitrary<Type> simple = Arbitraries.of(Type.BOOL, COLOUR, KERNEL, Type.Range.of(-2, 2), Type.Range.of(7, 7));
        if (depth == 0) {
            return simple;
        }
        Arbitrary<Type> inner = types(depth - 1);
        Arbitrary<Type> structs = inner.list().ofMaxSize(2).map(RanksTest::struct);
        return Arbitraries.oneOf(
                simple,
                inner.filter(t -> !(t instanceof Type.Option)).map(Type.Option::new),
                structs,
                inner.map(t -> new Type.Union(
                        "U",
                        List.of(
                                new Type.Struct("Zeta", List.of(new Type.Field("z", t))),
                                new Type.Struct("Alpha", List.of())))));
    }

    private static Type struct(List<Type> fields) {
        List<Type.Field> named = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            named.add(new Type.Field("f" + i, fields.get(i)));
        }
        return new Type.Struct("S", named);
    }

    @Property
    void aRankIsAPosition(@ForAll("types") Type type) {
        Assume.that(Domain.size(type).bitLength() < 12);
        List<Value> values = Domain.values(type);
        for (int i = 0; i < values.size(); i++) {
            assertThat(Ranks.rank(type, values.get(i)))
                    .as("%s of %s", values.get(i), type)
                    .isEqualTo(i);
        }
    }

    @Property
    void aCodeGivesItsValueBack(@ForAll("types") Type element) {
        for (Type type : List.of(
                element,
                new Type.SetOf(element),
                new Type.Seq(element, 2),
                new Type.MapOf(COLOUR, element),
                new Type.Option(new Type.Seq(element, 1)))) {
            if (Domain.size(type).bitLength() > 11) {
                continue;
            }
            int size = Domain.size(type).intValueExact();
            long first = type instanceof Type.Range range ? range.low() : 0;
            for (long code = first; code < first + size; code++) {
                Value value = Ranks.value(type, code).orElseThrow();
                assertThat(Domain.contains(type, value)).isTrue();
                assertThat(Ranks.code(type, value)).isEqualTo(code);
            }
            assertThat(Ranks.value(type, first - 1)).isEmpty();
            assertThat(Ranks.value(type, first + size)).isEmpty();
        }
    }

    @Example
    void theLastOfTwoToTheSixtyThree() {
        Type wide = new Type.SetOf(Type.Range.of(1, 63));
        assertThat(Ranks.coded(wide)).isTrue();
        Value all = Ranks.value(wide, Long.MAX_VALUE).orElseThrow();
        assertThat(((Value.SetOf) all).elements()).hasSize(63);
        Type.Struct wrapped = new Type.Struct("W", List.of(new Type.Field("f", wide)));
        assertThat(Ranks.code(wrapped, Ranks.value(wrapped, Long.MAX_VALUE).orElseThrow()))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(Ranks.coded(new Type.SetOf(Type.Range.of(0, 63)))).isFalse();
        assertThat(Ranks.coded(new Type.SetOf(Type.Range.of(0, 500_000_000)))).isFalse();
        assertThat(Ranks.coded(new Type.Bag(Type.BOOL, 2))).isFalse();
    }

    @Example
    void anIntegerIsItsOwnCode() {
        Type.Range range = Type.Range.of(-5, 500_000_000);
        assertThat(Ranks.code(range, Value.of(-5))).isEqualTo(-5);
        assertThat(Ranks.code(new Type.Option(range), new Value.Some(Value.of(-5))))
                .isEqualTo(1);
        assertThat(Ranks.value(range, 500_000_001)).isEmpty();
    }
}
