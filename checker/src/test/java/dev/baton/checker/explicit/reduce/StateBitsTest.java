package dev.baton.checker.explicit.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.explicit.draw.Steps;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.program.Instance;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What steps written by hand read and change. */
final class StateBitsTest {
    private final HandMade state = new HandMade();
    private final HandMade.Place pc = state.variable("pc", 2);
    private final HandMade.Place flag = state.variable("flag", 1);
    private final HandMade.Place count = state.variable("count", 3);
    private final HandMade.Place other = state.variable("other", 4);
    private final StateBits bits = new StateBits(state.layout());

    private Node plusOne() {
        return state.terms.add(state.get(count), state.terms.one);
    }

    @Test
    void onlyBitsOfVariablesAreUsed() {
        assertThat(bits.all())
                .isEqualTo(HandMade.bits(pc, flag, count, other))
                .hasToString("{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}");
    }

    @Test
    void fieldsAreReadAlone() {
        assertThat(bits.read(state.is(flag, 1))).isEqualTo(HandMade.bits(flag));
        assertThat(bits.read(state.terms.both(state.is(flag, 1), state.terms.less(plusOne(), state.get(other)))))
                .isEqualTo(HandMade.bits(flag, count, other));
        assertThat(bits.read(state.terms.word(0)).cardinality()).isEqualTo(64);
    }

    /** A count that goes up reads itself; what is set to a constant reads nothing. */
    @Test
    void whatIsPutWhereItWasIsNeitherReadNorWritten() {
        StateBits.Change change = bits.change(state.after(state.set(pc, 2), state.set(count, plusOne())));
        assertThat(change.written()).isEqualTo(HandMade.bits(pc, count));
        assertThat(change.read()).isEqualTo(HandMade.bits(count));
        StateBits.Change none = bits.change(state.after());
        assertThat(none.written()).isEqualTo(new BitSet());
        assertThat(none.read()).isEqualTo(new BitSet());
    }

    @Test
    void whatMovesIsReadThereAndWrittenHere() {
        StateBits.Change change = bits.change(state.after(state.set(other, state.get(count))));
        assertThat(change.written()).isEqualTo(HandMade.bits(other));
        assertThat(change.read()).isEqualTo(HandMade.bits(count));
    }

    @Test
    void footprintsHoldGuardsAndChecks() {
        Instance step = Steps.instance(
                0,
                List.of(state.is(pc, 1)),
                List.of(new Instance.Check(state.is(flag, 0), state.after(state.set(other, 15)))),
                state.after(state.set(pc, 2)));
        Footprint of = Footprint.of(step, bits);
        assertThat(of.read()).isEqualTo(HandMade.bits(pc, flag));
        assertThat(of.written()).isEqualTo(HandMade.bits(pc));
        Instance reader = Steps.instance(1, List.of(state.is(pc, 0)), state.after(state.set(other, 1)));
        assertThat(of.disturbs(Footprint.of(reader, bits))).isTrue();
        assertThat(Footprint.of(reader, bits).disturbs(of)).isFalse();
    }
}
