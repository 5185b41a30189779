package dev.baton.checker.explicit.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.explicit.draw.Choices;
import dev.baton.checker.explicit.draw.DrawTypes;
import dev.baton.checker.explicit.draw.Steps;
import dev.baton.checker.explicit.encode.Leaves;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Variables of random types in the words of a state. */
final class LayoutTest {

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Choices.arbitrary();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyBitHasAPlaceOfItsOwn(@ForAll("numbers") List<Integer> numbers) {
        Choices choices = new Choices(numbers);
        DrawTypes draw = new DrawTypes(choices);
        List<Type> types = new ArrayList<>();
        for (int i = choices.between(1, 5); i > 0; i--) {
            types.add(draw.type(2));
        }
        TransitionSystem system = Steps.system(types, List.of());
        Layout layout = Layout.of(system);
        BitSet taken = new BitSet();
        for (Slot slot : layout.slots()) {
            int begin = slot.word() * Long.SIZE + slot.offset();
            assertThat(slot.offset() + slot.width()).isLessThanOrEqualTo(Long.SIZE);
            assertThat(taken.get(begin, begin + slot.width()).isEmpty()).isTrue();
            taken.set(begin, begin + slot.width());
        }
        assertThat(layout.bits()).isEqualTo(taken.cardinality());
        assertThat(layout.words()).isEqualTo(Math.max(1, (layout.bits() + 63) / 64));
        Map<Variable, List<Slot>> slots = layout.byVariable();
        for (Variable variable : system.variables()) {
            List<Integer> widths = Leaves.widths(variable.type());
            int[] placed = new int[widths.size()];
            for (Slot slot : slots.getOrDefault(variable, List.of())) {
                assertThat(slot.from()).isEqualTo(placed[slot.leaf()]);
                placed[slot.leaf()] += slot.width();
            }
            assertThat(placed).containsExactly(widths.stream().mapToInt(w -> w).toArray());
        }
        State first = new State(types.stream().map(Domain::first).toList());
        Packer packer = new Packer(system, layout, first);
        State state = new State(types.stream().map(draw::value).toList());
        assertThat(packer.unpack(packer.pack(state), 0)).isEqualTo(state);
    }
}
