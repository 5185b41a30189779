package dev.baton.checker.explicit.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.explicit.draw.Steps;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.program.Instance;
import dev.baton.checker.explicit.program.Persistent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two tasks of two steps each: one of its own, and one on what both use. */
final class PersistentSetsTest {
    private final HandMade state = new HandMade();
    private final HandMade.Place a = state.variable("a", 2);
    private final HandMade.Place b = state.variable("b", 2);
    private final HandMade.Place mine = state.variable("mine", 2);
    private final HandMade.Place yours = state.variable("yours", 2);
    private final HandMade.Place shared = state.variable("shared", 2);

    private Instance step(int number, HandMade.Place task, int from, HandMade.Update update) {
        return Steps.instance(number, List.of(state.is(task, from)), state.after(state.set(task, from + 1), update));
    }

    private Node plusOne(HandMade.Place place) {
        return state.terms.add(state.get(place), state.terms.one);
    }

    private final List<Instance> steps = List.of(
            step(0, a, 0, state.set(mine, plusOne(mine))),
            step(1, a, 1, state.set(shared, 1)),
            step(2, b, 0, state.set(yours, plusOne(yours))),
            step(3, b, 1, state.set(shared, 2)));

    private List<Persistent> sets(List<Instance> instances, Node... predicates) {
        return PersistentSets.of(state.terms, state.layout(), instances, List.of(predicates));
    }

    private static List<List<Integer>> numbers(List<Persistent> sets) {
        return sets.stream()
                .map(s -> s.instances().stream().map(Instance::number).toList())
                .toList();
    }

    @Test
    void stepsOfItsOwnAreEnough() {
        List<Persistent> sets = sets(steps, state.is(shared, 2));
        assertThat(numbers(sets)).containsExactly(List.of(0), List.of(2));
        assertThat(sets.getFirst().condition()).containsExactly(state.is(a, 0));
    }

    @Test
    void whatIsSeenIsNotPutOff() {
        assertThat(numbers(sets(steps, state.is(mine, 1)))).containsExactly(List.of(2));
        assertThat(numbers(sets(steps, state.terms.both(state.is(a, 1), state.is(b, 1)))))
                .isEmpty();
    }

    /** A step that waits for the other task is enough once that one is there, and not before. */
    @Test
    void waitingIsOverWhenTheOtherIsThere() {
        Instance waits = Steps.instance(4, List.of(state.is(b, 2), state.is(a, 2)), state.after(state.set(b, 3)));
        List<Instance> more = new ArrayList<>(steps);
        more.add(waits);
        List<Persistent> sets = sets(more, state.is(shared, 2));
        assertThat(numbers(sets)).containsExactly(List.of(0), List.of(2), List.of(4), List.of(4));
        assertThat(sets.subList(2, 4))
                .allSatisfy(
                        set -> assertThat(set.condition()).containsExactlyInAnyOrder(state.is(a, 2), state.is(b, 2)));
    }

    /** Where a choice of its own is disturbed, the set holds only where that choice is not possible. */
    @Test
    void aDisturbedChoiceIsExcluded() {
        Instance disturbed = Steps.instance(
                4, List.of(state.is(a, 0), state.is(mine, 3)), state.after(state.set(a, 3), state.set(shared, 0)));
        List<Instance> more = new ArrayList<>(steps);
        more.add(disturbed);
        List<Persistent> sets = sets(more, state.is(yours, 3));
        Persistent set = sets.stream()
                .filter(s -> s.condition().contains(state.is(a, 0)))
                .findFirst()
                .orElseThrow();
        assertThat(set.instances()).extracting(Instance::number).containsExactly(0, 4);
        assertThat(set.condition()).containsExactlyInAnyOrder(state.is(a, 0), state.terms.not(state.is(mine, 3)));
    }

    @Test
    void aStepThatMayFailIsTaken() {
        Instance checked = Steps.instance(
                0,
                List.of(state.is(a, 0)),
                List.of(new Instance.Check(state.is(mine, 0), state.after())),
                state.after(state.set(a, 1)));
        assertThat(numbers(sets(List.of(checked, steps.get(1), steps.get(2), steps.get(3)), state.is(shared, 2))))
                .containsExactly(List.of(2));
    }
}
