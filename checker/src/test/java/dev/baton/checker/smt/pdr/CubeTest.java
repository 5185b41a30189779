package dev.baton.checker.smt.pdr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.explicit.draw.Choices;
import dev.baton.checker.smt.SmallSystems;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Valuation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What cubes say of states: three counters, the last of too many values to be spoken of one by one. */
final class CubeTest {
    private final SymbolicSystem symbolic = new SymbolicSystem(SmallSystems.uneven(2, 5, 100), () -> false);
    private final Cells cells = new Cells(symbolic);

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Choices.arbitrary();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void aCubeHasTheStatesThatItsClauseRefuses(@ForAll("numbers") List<Integer> numbers) {
        Choices choices = new Choices(numbers);
        Cube cube = cube(choices);
        for (int i = 0; i < 10; i++) {
            Point point = point(choices);
            assertThat(has(cube, point))
                    .isEqualTo(cube.covers(cells.cube(point)))
                    .isEqualTo(!point.valuation(symbolic).isTrue(cells.clause(cube)));
        }
        assertThat(cells.hasInitial(cube)).isEqualTo(has(cube, new Point(new long[3])));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void widerCubesCover(@ForAll("numbers") List<Integer> numbers) {
        Choices choices = new Choices(numbers);
        Cube one = cube(choices);
        Cube other = cube(choices);
        Cube both = one.and(other);
        assertThat(both.covers(one)).isTrue();
        assertThat(both.covers(other)).isTrue();
        assertThat(one.covers(one)).isTrue();
        assertThat(one.covers(other) && other.covers(one)).isEqualTo(one.equals(other));
        Set<Integer> atoms = new HashSet<>(boxed(other));
        assertThat(one.covers(other)).isEqualTo(atoms.containsAll(boxed(one)));
        int atom = choices.below(cells.atoms());
        assertThat(one.without(atom, atom + 1).covers(one)).isTrue();
        if (!boxed(one).contains(atom)) {
            assertThat(one.with(atom).without(atom, atom + 1)).isEqualTo(one).hasSameHashCodeAs(one);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theCubeOfSomeLeavesHasAllStatesThatAgreeInThem(@ForAll("numbers") List<Integer> numbers) {
        Choices choices = new Choices(numbers);
        Point point = point(choices);
        Set<Integer> leaves = new HashSet<>();
        for (int leaf = 0; leaf < 3; leaf++) {
            if (choices.maybe()) {
                leaves.add(leaf);
            }
        }
        Cube cube = cells.cube(point, leaves);
        for (int i = 0; i < 10; i++) {
            Point other = point(choices);
            boolean agrees =
                    leaves.stream().map(symbolic.leaves()::get).allMatch(leaf -> point.of(leaf) == other.of(leaf));
            assertThat(has(cube, other)).isEqualTo(agrees);
        }
    }

    /** What excludes a state has it and no reachable one, and every atom is needed for that. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void examplesAreNotExcluded(@ForAll("numbers") List<Integer> numbers) {
        Choices choices = new Choices(numbers);
        List<Point> reachable = new ArrayList<>();
        for (int i = choices.between(1, 80); i > 0; i--) {
            reachable.add(point(choices));
        }
        Examples examples = new Examples(cells, reachable);
        Point point = point(choices);
        var cube = examples.excluding(cells.cube(point));
        boolean known = reachable.stream().anyMatch(p -> cells.cube(p).equals(cells.cube(point)));
        assertThat(cube.isEmpty()).isEqualTo(known);
        cube.ifPresent(c -> {
            assertThat(has(c, point)).isTrue();
            assertThat(reachable).noneMatch(p -> has(c, p));
            for (int atom : c.atoms()) {
                Cube wider = c.without(atom, atom + 1);
                assertThat(reachable).anyMatch(p -> has(wider, p));
            }
        });
    }

    /** An example stands for all that count less: none of them is in a cube that excludes a state. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whereSomethingCountsAnExampleStandsForAllThatCountLess(@ForAll("numbers") List<Integer> numbers) {
        Cells counting = new Cells(symbolic, Optional.of(symbolic.leaves().getLast()));
        Choices choices = new Choices(numbers);
        List<Point> reachable = new ArrayList<>();
        for (int i = choices.between(1, 40); i > 0; i--) {
            reachable.add(point(choices));
        }
        Point point = point(choices);
        var cube = new Examples(counting, reachable).excluding(counting.cube(point));
        boolean known = reachable.stream().anyMatch(p -> sameBut(p, point) && count(p) >= count(point));
        assertThat(cube.isEmpty()).isEqualTo(known);
        cube.map(counting::clause).ifPresent(clause -> {
            assertThat(point.valuation(symbolic).isTrue(clause)).isFalse();
            for (Point p : reachable) {
                for (long count = 0; count <= count(p); count++) {
                    Point less = new Point(new long[] {of(p, 0), of(p, 1), count});
                    assertThat(less.valuation(symbolic).isTrue(clause)).isTrue();
                }
            }
        });
    }

    private boolean sameBut(Point a, Point b) {
        return of(a, 0) == of(b, 0) && of(a, 1) == of(b, 1);
    }

    private long count(Point point) {
        return of(point, 2);
    }

    private long of(Point point, int leaf) {
        return point.of(symbolic.leaves().get(leaf));
    }

    private static List<Integer> boxed(Cube cube) {
        return java.util.Arrays.stream(cube.atoms()).boxed().toList();
    }

    private Cube cube(Choices choices) {
        List<Integer> atoms = new ArrayList<>();
        for (int i = choices.between(0, 6); i > 0; i--) {
            atoms.add(choices.below(cells.atoms()));
        }
        return Cube.of(atoms);
    }

    private Point point(Choices choices) {
        return new Point(new long[] {choices.below(3), choices.below(6), choices.below(101)});
    }

    /** By what atoms say: a cell does not have the value. */
    private boolean has(Cube cube, Point point) {
        for (int atom : cube.atoms()) {
            Valuation valuation = new Valuation(symbol -> point.of(symbolic.leaf(symbol)));
            if (valuation.isTrue(cells.denied(atom, false))) {
                return false;
            }
        }
        return true;
    }
}
