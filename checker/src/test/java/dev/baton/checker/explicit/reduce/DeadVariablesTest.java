package dev.baton.checker.explicit.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.explicit.draw.Steps;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.NodeValues;
import dev.baton.checker.explicit.program.Instance;
import dev.baton.checker.explicit.program.Resets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A task that reads {@code input} into {@code local} at 0, uses it at 1, and is done with it at 2. */
final class DeadVariablesTest {
    private static final List<Long> FIRST = List.of(0b11_00L << 2);

    private final HandMade state = new HandMade();
    private final HandMade.Place pc = state.variable("pc", 2);
    private final HandMade.Place input = state.variable("input", 2);
    private final HandMade.Place local = state.variable("local", 2);
    private final HandMade.Place result = state.variable("result", 2);

    private final Instance take = Steps.instance(
            0, List.of(state.is(pc, 0)), state.after(state.set(pc, 1), state.set(local, state.get(input))));
    private final Instance use = Steps.instance(
            1, List.of(state.is(pc, 1)), state.after(state.set(pc, 2), state.set(result, state.get(local))));
    private final Instance again = Steps.instance(2, List.of(state.is(pc, 2)), state.after(state.set(pc, 0)));
    private final Instance change = Steps.instance(3, List.of(state.is(input, 0)), state.after(state.set(input, 2)));

    private DeadVariables.Found found(List<Instance> instances, Node... predicates) {
        return DeadVariables.of(state.terms, state.layout(), FIRST, instances, List.of(predicates), Set.of());
    }

    private static long after(Instance instance, long before) {
        return new NodeValues(before).of(instance.words().getFirst());
    }

    private static long state(long pc, long input, long local, long result) {
        return pc | input << 2 | local << 4 | result << 6;
    }

    @Test
    void whatIsWrittenBeforeItIsReadIsAsAtFirst() {
        DeadVariables.Found found = found(List.of(take, use, again, change), state.is(result, 3));
        assertThat(found.variables()).containsExactly("local");
        assertThat(after(found.instances().get(0), state(0, 2, 3, 1))).isEqualTo(state(1, 2, 2, 1));
        assertThat(after(found.instances().get(1), state(1, 0, 2, 0))).isEqualTo(state(2, 0, 3, 2));
        assertThat(after(found.instances().get(2), state(2, 2, 3, 1))).isEqualTo(state(0, 2, 3, 1));
        assertThat(found.instances().get(3)).isEqualTo(change);
    }

    /** What a search visits in the place of a state that no reset has seen. */
    @Test
    void statesAreResetByWhereTheTaskStands() {
        Resets resets =
                found(List.of(take, use, again, change), state.is(result, 3)).resets();
        for (long at = 0; at < 3; at++) {
            long[] words = {9, state(at, 2, 1, 2)};
            resets.apply(words, 1);
            assertThat(words).containsExactly(9, state(at, 2, at == 1 ? 1 : 3, 2));
        }
    }

    @Test
    void whatAPropertyAsksStays() {
        DeadVariables.Found found = found(List.of(take, use, again, change), state.is(local, 3));
        assertThat(found.variables()).containsExactly("result");
        // nobody ever reads it
        assertThat(after(found.instances().get(1), state(1, 0, 2, 0))).isEqualTo(state(2, 0, 2, 0));
        assertThat(found(List.of(take, use, again, change), state.is(local, 3), state.is(result, 1)))
                .isEqualTo(new DeadVariables.Found(List.of(take, use, again, change), Resets.NONE, Set.of()));
    }

    /** Another step, which is possible wherever the task stands, reads it. */
    @Test
    void whatOthersReadStays() {
        Instance peek = Steps.instance(4, List.of(state.is(input, 1)), state.after(state.set(input, state.get(local))));
        DeadVariables.Found found = found(List.of(take, use, again, change, peek), state.is(result, 3));
        assertThat(found.variables()).isEmpty();
        assertThat(found.instances()).containsExactly(take, use, again, change, peek);
    }

    /** Cut short: at 2 the value may be used again. */
    @Test
    void whatAnyWayReadsStays() {
        Instance back = Steps.instance(4, List.of(state.is(pc, 2)), state.after(state.set(pc, 1)));
        DeadVariables.Found found = found(List.of(take, use, again, change, back), state.is(result, 3));
        assertThat(found.variables()).containsExactly("local");
        assertThat(after(found.instances().get(1), state(1, 0, 2, 0))).isEqualTo(state(2, 0, 2, 2));
        assertThat(after(found.instances().get(2), state(2, 0, 2, 2))).isEqualTo(state(0, 0, 3, 2));
    }
}
