package dev.baton.checker.smt.bounded;

import static dev.baton.checker.smt.SmallSystem.compare;
import static dev.baton.checker.smt.SmallSystem.number;
import static dev.baton.checker.smt.SmallSystem.plus;
import static dev.baton.checker.smt.SmallSystem.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.smt.SmallSystem;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CommutingTest {
    private static final int X_UP = 0;
    private static final int Y_UP = 1;
    private static final int X_UP_TOO = 2;
    private static final int COPY = 3;
    private final SymbolicSystem system = system();

    private static SymbolicSystem system() {
        SmallSystem small = new SmallSystem();
        Variable x = small.integer("x", 3);
        Variable y = small.integer("y", 3);
        return new SymbolicSystem(
                small.action("x_up", compare(Op.LT, read(x), number(3)), x, plus(x, 1))
                        .action("y_up", compare(Op.LT, read(y), number(3)), y, plus(y, 1))
                        .action("x_up_too", compare(Op.LT, read(x), number(3)), x, plus(x, 1))
                        .action("copy", compare(Op.LT, read(x), number(3)), y, read(x))
                        .build(),
                () -> false);
    }

    private Commuting commuting(List<Term> invariants) {
        try (Session session = new Session(() -> false)) {
            return Commuting.of(system, session, invariants);
        }
    }

    @Test
    void whoTouchesNothingOfTheOthersChangesPlaces() {
        assertThat(commuting(List.of()).before().get(X_UP).get(Y_UP)).isTrue();
    }

    @Test
    void whoReadsWhatTheOtherWritesDoesNot() {
        assertThat(commuting(List.of()).before().get(X_UP).get(COPY)).isFalse();
        assertThat(commuting(List.of()).before().get(Y_UP).get(COPY)).isFalse();
    }

    @Test
    void thatNothingComesOfTheOrderIsSeen() {
        assertThat(commuting(List.of()).before().get(X_UP).get(X_UP_TOO)).isTrue();
    }

    /** Where {@code x} is always 3, nobody copies, and nobody is in the way. */
    @Test
    void whatNeverHappensIsInNobodysWay() {
        Terms terms = system.terms();
        Term x = system.leaves().getFirst().now();
        Term three = terms.equal(x, terms.number(3, x.width()));
        assertThat(commuting(List.of(three)).before().get(X_UP).get(COPY)).isTrue();
    }

    @Test
    void withoutReductionNothingChangesPlaces() {
        assertThat(Commuting.none(system).before()).allMatch(BitSet::isEmpty);
    }
}
