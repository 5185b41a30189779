package dev.baton.checker.explicit.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.explicit.draw.Choices;
import dev.baton.checker.explicit.draw.DrawTypes;
import dev.baton.checker.explicit.ir.Bits;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.NodeValues;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Values of random types as bits, exchanged, changed in part, and back. */
final class EncodingTest {
    private static final int DEPTH = 3;

    private final Terms terms = new Terms();
    private final Vals vals = new Vals(terms);

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Choices.arbitrary();
    }

    private long[] bits(Type type, Value value) {
        return Leaves.of(vals.constant(value, type), vals).stream()
                .mapToLong(Node::value)
                .toArray();
    }

    @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
    void valuesComeBack(@ForAll("numbers") List<Integer> numbers) {
        DrawTypes draw = new DrawTypes(new Choices(numbers));
        Type type = draw.type(DEPTH);
        Value one = draw.value(type);
        Value other = draw.value(type);
        long[] bits = bits(type, one);
        List<Integer> widths = Leaves.widths(type);
        assertThat(bits).hasSize(widths.size());
        for (int i = 0; i < bits.length; i++) {
            assertThat(bits[i] & ~Bits.mask(widths.get(i)))
                    .as("beyond leaf %s of %s", i, type)
                    .isZero();
        }
        // the variants of a wide union have leaves of their own
        assertThat(widths.stream().mapToInt(w -> w).sum()).isGreaterThanOrEqualTo(Encoding.width(type));
        assertThat(Decoding.value(type, bits)).isEqualTo(one);
        assertThat(Arrays.equals(bits, bits(type, other)))
                .as("%s and %s", one, other)
                .isEqualTo(one.equals(other));
    }

    /** No shorter than what it takes to tell all values apart. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void widthsAreEnough(@ForAll("numbers") List<Integer> numbers) {
        Type type = new DrawTypes(new Choices(numbers)).type(DEPTH);
        assertThat(Domain.size(type).subtract(BigInteger.ONE).bitLength()).isLessThanOrEqualTo(Encoding.width(type));
    }

    @Example
    void widthsOfSome() {
        Type.Index three = DrawTypes.KERNEL;
        assertThat(Encoding.width(new Type.Option(three))).isEqualTo(2);
        assertThat(Encoding.width(new Type.Option(Type.Range.of(1, 4)))).isEqualTo(3);
        assertThat(Encoding.width(Type.Range.of(7, 7))).isZero();
        assertThat(Encoding.width(Type.Range.of(Integer.MIN_VALUE, Integer.MAX_VALUE)))
                .isEqualTo(32);
        assertThat(Encoding.width(new Type.Seq(three, 3))).isEqualTo(2 + 3 * 2);
        assertThat(Encoding.width(new Type.MapOf(three, Type.BOOL))).isEqualTo(3);
        assertThat(Encoding.width(new Type.SetOf(new Type.Option(three)))).isEqualTo(4);
        Type.Struct plain = new Type.Struct("Idle", List.of());
        Type.Struct of = new Type.Struct("Busy", List.of(new Type.Field("by", three)));
        assertThat(Encoding.width(new Type.Union("U", List.of(plain, of)))).isEqualTo(2);
        assertThat(Encoding.width(new Type.Union("U", List.of(of, of, plain)))).isEqualTo(3);
    }

    /** The value of a type that a state holds in its words from 0 on, a leaf a word. */
    private Val stored(Type type) {
        List<Node> leaves = new ArrayList<>();
        for (int width : Leaves.widths(type)) {
            leaves.add(terms.field(terms.word(leaves.size()), 0, width));
        }
        return Leaves.join(type, leaves.iterator(), vals);
    }

    @Property(tries = 800, edgeCases = EdgeCasesMode.NONE)
    void exchangedBitsAreThoseOfTheExchangedValue(@ForAll("numbers") List<Integer> numbers) {
        Choices choices = new Choices(numbers);
        int first = choices.below(3);
        int second = (first + choices.between(1, 2)) % 3;
        DrawTypes draw = new DrawTypes(choices);
        Type type = draw.type(DEPTH);
        MemberExchange exchange = new MemberExchange(DrawTypes.KERNEL, first, second, vals);
        Val moved;
        try {
            moved = exchange.in(stored(type));
        } catch (TooLargeException e) {
            assertThat(e.because()).contains("more than 62 bits");
            return;
        }
        List<Node> leaves = Leaves.of(moved, vals);
        ExchangedValue exchanged = ExchangedValue.of(DrawTypes.KERNEL, first, second);
        for (int i = 0; i < 3; i++) {
            Value value = draw.value(type);
            long[] bits = bits(type, value);
            NodeValues values = new NodeValues(bits);
            long[] after = leaves.stream().mapToLong(values::of).toArray();
            assertThat(after).as("%s of %s", value, type).isEqualTo(bits(type, exchanged.in(value)));
            NodeValues again = new NodeValues(after);
            assertThat(leaves.stream().mapToLong(again::of).toArray()).isEqualTo(bits);
        }
    }

    @Property(tries = 800, edgeCases = EdgeCasesMode.NONE)
    void cellsTakeTheBitsOfAnyValue(@ForAll("numbers") List<Integer> numbers) {
        Choices choices = new Choices(numbers);
        DrawTypes draw = new DrawTypes(choices);
        Type type = draw.type(DEPTH);
        List<Integer> widths = Leaves.widths(type);
        List<Cells.Cell> cells = Cells.of(type);
        BitSet taken = new BitSet();
        for (Cells.Cell cell : cells) {
            int begin = cell.leaf() * Long.SIZE + cell.offset();
            assertThat(cell.width()).isPositive();
            assertThat(cell.offset() + cell.width()).isLessThanOrEqualTo(widths.get(cell.leaf()));
            assertThat(taken.get(begin, begin + cell.width()).isEmpty()).isTrue();
            taken.set(begin, begin + cell.width());
        }
        Value one = draw.value(type);
        Value other = draw.value(type);
        long[] bits = bits(type, one);
        long[] others = bits(type, other);
        for (Cells.Cell cell : cells) {
            if (choices.maybe()) {
                long mask = Bits.mask(cell.width()) << cell.offset();
                bits[cell.leaf()] = (bits[cell.leaf()] & ~mask) | (others[cell.leaf()] & mask);
            }
        }
        Value mixed = Decoding.value(type, bits);
        assertThat(Domain.contains(type, mixed)).as("%s of %s", mixed, type).isTrue();
        assertThat(bits(type, mixed)).as("%s of %s and %s", mixed, one, other).isEqualTo(bits);
    }

    /** What holds together stays together: the length of a sequence and its places, a tag and its fields. */
    @Example
    void cellsOfSome() {
        Type.Seq queue = new Type.Seq(Type.BOOL, 2);
        Type.Struct slot = new Type.Struct(
                "Slot",
                List.of(
                        new Type.Field("full", Type.BOOL),
                        new Type.Field("none", Type.Range.of(3, 3)),
                        new Type.Field("queue", queue)));
        Type type = new Type.MapOf(DrawTypes.RING, slot);
        List<List<Cells.Step>> paths =
                Cells.of(type).stream().map(Cells.Cell::path).toList();
        Cells.Step first = new Cells.Entry(DrawTypes.RING, 0);
        Cells.Step second = new Cells.Entry(DrawTypes.RING, 1);
        assertThat(paths)
                .containsExactly(
                        List.of(first, new Cells.Field(0)),
                        List.of(first, new Cells.Field(2)),
                        List.of(second, new Cells.Field(0)),
                        List.of(second, new Cells.Field(2)));
        assertThat(Cells.of(type)).extracting(Cells.Cell::width).containsExactly(1, 4, 1, 4);
        assertThat(Cells.of(new Type.Option(slot))).hasSize(1);
    }
}
