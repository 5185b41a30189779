package dev.baton.checker.explicit.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.explicit.draw.Choices;
import dev.baton.checker.explicit.draw.DrawTypes;
import dev.baton.checker.explicit.draw.Steps;
import dev.baton.checker.explicit.emit.SystemEmitter;
import dev.baton.checker.explicit.encode.ExchangedValue;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.checker.explicit.layout.Layout;
import dev.baton.checker.explicit.layout.Packer;
import dev.baton.checker.explicit.program.Reducing;
import dev.baton.checker.explicit.program.Unroll;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Of all states that differ in which member is which, one stands for them; found by trying all orders. */
final class RepresentativesTest {
    private static final Type.Index K = DrawTypes.KERNEL;
    private static final Type.Index R = DrawTypes.RING;
    private static final Type.Struct PAIR =
            new Type.Struct("Pair", List.of(new Type.Field("a", K), new Type.Field("b", K)));

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Choices.arbitrary();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void oneStateStandsForItsOrbit(@ForAll("numbers") List<Integer> numbers) {
        DrawTypes draw = new DrawTypes(new Choices(numbers));
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            types.add(draw.type(3));
        }
        try {
            examine(types, draw, 6);
        } catch (TooLargeException e) {
            assertThat(e.because()).containsAnyOf("62 bits", "bits", "possible elements", "terms", "method");
        }
    }

    /** Looks tell nothing of these: who points to whom, which pairs there are. */
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void relatedMembersToo(@ForAll("numbers") List<Integer> numbers) {
        DrawTypes draw = new DrawTypes(new Choices(numbers));
        examine(List.of(new Type.MapOf(K, K)), draw, 8);
        examine(List.of(new Type.SetOf(PAIR), new Type.MapOf(K, Type.BOOL)), draw, 8);
        examine(List.of(new Type.Bag(PAIR, 3)), draw, 8);
        examine(List.of(new Type.Bag(K, 4), new Type.SetOf(R)), draw, 8);
        examine(List.of(new Type.MapOf(K, new Type.Option(K)), new Type.MapOf(R, new Type.Option(K))), draw, 8);
    }

    /** Every state there is: each in one orbit, so that the representatives stand for all of them. */
    @Example
    void representativesStandForAllStates() {
        Checked checked = new Checked(List.of(new Type.MapOf(K, K), R));
        Set<List<Long>> representatives = new java.util.TreeSet<>(java.util.Comparator.comparing(Object::toString));
        long stoodFor = 0;
        int states = 0;
        for (Value a : Domain.values(K)) {
            for (Value b : Domain.values(K)) {
                for (Value c : Domain.values(K)) {
                    for (Value r : Domain.values(R)) {
                        states++;
                        long[] found = checked.represented(new State(List.of(new Value.MapOf(K, List.of(a, b, c)), r)));
                        if (representatives.add(boxed(found))) {
                            stoodFor += checked.representatives.standsFor(found, 0);
                        }
                    }
                }
            }
        }
        // functions of three to themselves up to renaming; a ring is like the other
        assertThat(representatives).hasSize(7);
        assertThat(stoodFor).isEqualTo(states).isEqualTo(54);
    }

    private static void examine(List<Type> types, DrawTypes draw, int states) {
        Checked checked = new Checked(types);
        for (int i = 0; i < states; i++) {
            checked.examine(new State(types.stream().map(draw::value).toList()));
        }
    }

    private static List<Long> boxed(long[] words) {
        return Arrays.stream(words).boxed().toList();
    }

    /** All orders of some numbers. */
    private static List<List<Integer>> orders(int size) {
        List<List<Integer>> orders = List.of(List.of());
        for (int n = 0; n < size; n++) {
            int next = n;
            orders = orders.stream()
                    .flatMap(order -> IntStream.rangeClosed(0, order.size()).mapToObj(at -> {
                        List<Integer> longer = new ArrayList<>(order);
                        longer.add(at, next);
                        return longer;
                    }))
                    .map(List::copyOf)
                    .toList();
        }
        return orders;
    }

    /** A system with a variable of each type, all of which change. */
    private static final class Checked {
        private final Packer packer;
        private final Representatives representatives;

        Checked(List<Type> types) {
            TransitionSystem system = Steps.system(types, List.of(K, R));
            State first = new State(types.stream().map(Domain::first).toList());
            Layout layout = Layout.of(system);
            packer = new Packer(system, layout, first);
            representatives = new Representatives(SystemEmitter.load(Unroll.unroll(
                    system, layout, first, List.of(), List.of(), new Reducing(List.of(K, R), false, false))));
        }

        long[] represented(State state) {
            long[] words = packer.pack(state);
            assertThat(packer.unpack(words, 0)).isEqualTo(state);
            representatives.represent(words, 0);
            return words;
        }

        void examine(State state) {
            Set<List<Long>> orbit = orders(K.size()).stream()
                    .flatMap(k -> orders(R.size()).stream()
                            .map(r -> new State(state.values().stream()
                                    .map(new ExchangedValue(K, k)::in)
                                    .map(new ExchangedValue(R, r)::in)
                                    .toList())))
                    .map(packer::pack)
                    .map(RepresentativesTest::boxed)
                    .collect(Collectors.toSet());
            long[] one = represented(state);
            assertThat(orbit).as("%s", state).contains(boxed(one));
            assertThat(representatives.standsFor(one, 0)).as("%s", state).isEqualTo(orbit.size());
            for (List<Long> other : orbit) {
                long[] words = other.stream().mapToLong(Long::longValue).toArray();
                representatives.represent(words, 0);
                assertThat(words).as("%s", state).isEqualTo(one);
            }
        }
    }
}
