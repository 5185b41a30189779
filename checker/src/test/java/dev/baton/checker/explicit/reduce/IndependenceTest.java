package dev.baton.checker.explicit.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.explicit.draw.Steps;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.program.Instance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which steps written by hand commute. */
final class IndependenceTest {
    private final HandMade state = new HandMade();
    private final HandMade.Place one = state.variable("one", 2);
    private final HandMade.Place two = state.variable("two", 2);
    private final HandMade.Place x = state.variable("x", 2);
    private final HandMade.Place y = state.variable("y", 2);
    private final HandMade.Place length = state.variable("length", 2);
    private final HandMade.Place places = state.variable("places", 6);
    private final HandMade.Place got = state.variable("got", 2);

    private boolean independent(Instance a, Instance b) {
        StateBits bits = new StateBits(state.layout());
        return new Independence(state.terms).independent(a, Footprint.of(a, bits), b, Footprint.of(b, bits));
    }

    private Instance step(HandMade.Place task, List<Node> more, HandMade.Update... updates) {
        List<Node> guard = new ArrayList<>(more);
        guard.addFirst(state.is(task, 0));
        List<HandMade.Update> all = new ArrayList<>(List.of(updates));
        all.add(state.set(task, 1));
        return Steps.instance(0, guard, state.after(all.toArray(HandMade.Update[]::new)));
    }

    private Node plusOne(HandMade.Place place) {
        return state.terms.add(state.get(place), state.terms.one);
    }

    /** To the end of a queue of up to three messages of two bits. */
    private Instance send(HandMade.Place task, long message) {
        Node at = state.terms.multiply(state.get(length), state.terms.constant(2));
        Node more = state.terms.or(state.get(places), state.terms.shiftLeft(state.terms.constant(message), at));
        return step(
                task,
                List.of(state.terms.less(state.get(length), state.terms.constant(3))),
                state.set(places, more),
                state.set(length, plusOne(length)));
    }

    /** From its front. */
    private Instance receive(HandMade.Place task) {
        return step(
                task,
                List.of(state.terms.less(state.terms.zero, state.get(length))),
                state.set(got, state.terms.field(state.get(places), 0, 2)),
                state.set(places, state.terms.field(state.get(places), 2, 4)),
                state.set(length, state.terms.add(state.get(length), state.terms.constant(-1))));
    }

    private Instance compareAndSet(HandMade.Place task, long from, long to) {
        return step(task, List.of(state.is(x, from)), state.set(x, to));
    }

    @Test
    void stepsOnDifferentThingsCommute() {
        assertThat(independent(
                        step(one, List.of(), state.set(x, plusOne(x))), step(two, List.of(), state.set(y, plusOne(y)))))
                .isTrue();
    }

    @Test
    void sendingAndReceivingCommute() {
        assertThat(independent(send(one, 3), receive(two))).isTrue();
        assertThat(independent(receive(two), send(one, 2))).isTrue();
    }

    @Test
    void sendingTwiceDoesNot() {
        assertThat(independent(send(one, 3), send(two, 1))).isFalse();
        assertThat(independent(receive(one), receive(two))).isFalse();
    }

    /** Taking the last one leaves none to be seen. */
    @Test
    void receivingAndAskingWhetherThereIsOneDoNot() {
        Instance ask = step(two, List.of(state.is(length, 0)), state.set(y, 1));
        Instance asks = step(
                two,
                List.of(),
                state.set(y, state.terms.choose(state.is(length, 0), state.terms.one, state.terms.zero)));
        assertThat(independent(receive(one), asks)).isFalse();
        // never both possible
        assertThat(independent(receive(one), ask)).isTrue();
    }

    @Test
    void twoThatTakeALockDoNotCommute() {
        assertThat(independent(compareAndSet(one, 0, 1), compareAndSet(two, 0, 2)))
                .isFalse();
        assertThat(independent(compareAndSet(one, 0, 1), compareAndSet(two, 0, 1)))
                .isFalse();
        assertThat(independent(compareAndSet(one, 0, 1), compareAndSet(two, 2, 3)))
                .isTrue();
    }

    @Test
    void testAndSetDisturbsAReader() {
        Instance take = step(one, List.of(), state.set(y, state.get(x)), state.set(x, 1));
        Instance read = step(two, List.of(), state.set(got, state.get(x)));
        assertThat(independent(take, read)).isFalse();
        assertThat(independent(read, take)).isFalse();
    }

    @Test
    void theSameValueMayBeWrittenTwice() {
        assertThat(independent(step(one, List.of(), state.set(x, 2)), step(two, List.of(), state.set(x, 2))))
                .isTrue();
        assertThat(independent(step(one, List.of(), state.set(x, 2)), step(two, List.of(), state.set(x, 1))))
                .isFalse();
    }

    /** Sums commute, as far as neither can overflow. */
    @Test
    void addingCommutes() {
        Node room = state.terms.less(state.get(x), state.terms.constant(2));
        Node less = state.terms.less(state.get(x), state.terms.constant(3));
        assertThat(independent(
                        step(one, List.of(), state.set(x, plusOne(x))), step(two, List.of(), state.set(x, plusOne(x)))))
                .isTrue();
        assertThat(independent(
                        step(one, List.of(less), state.set(x, plusOne(x))),
                        step(two, List.of(less), state.set(x, plusOne(x)))))
                .isFalse();
        assertThat(independent(
                        step(one, List.of(room), state.set(x, plusOne(x))),
                        step(two, List.of(), state.set(x, plusOne(x)))))
                .isFalse();
    }

    /** A check that holds before must hold after. */
    @Test
    void checksAreDisturbed() {
        Instance write = step(one, List.of(), state.set(x, 3));
        Instance checked = Steps.instance(
                1,
                List.of(state.is(two, 0)),
                List.of(new Instance.Check(state.terms.less(state.get(x), state.terms.constant(3)), state.after())),
                state.after(state.set(two, 1)));
        Instance harmless = step(one, List.of(state.is(x, 0)), state.set(x, 1));
        assertThat(independent(write, checked)).isFalse();
        assertThat(independent(harmless, checked)).isTrue();
    }

    @Test
    void whetherATruthStays() {
        Independence independence = new Independence(state.terms);
        Instance toggle = step(
                one,
                List.of(state.terms.less(state.get(x), state.terms.constant(2))),
                state.set(x, state.terms.subtract(state.terms.one, state.get(x))));
        assertThat(independence.leaves(state.is(x, 3), toggle)).isTrue();
        assertThat(independence.leaves(state.is(x, 1), toggle)).isFalse();
        assertThat(independence.leaves(state.is(x, 3), step(one, List.of(), state.set(x, plusOne(x)))))
                .isFalse();
        assertThat(independence.leaves(state.is(y, 1), step(one, List.of(), state.set(x, 1))))
                .isTrue();
    }
}
