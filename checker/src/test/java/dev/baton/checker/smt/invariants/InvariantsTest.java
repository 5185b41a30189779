package dev.baton.checker.smt.invariants;

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
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two counters: {@code x} goes up in twos to 6, and {@code y} up to 2 once {@code x} is there. */
final class InvariantsTest {
    private final SymbolicSystem system = system();
    private final Terms terms = system.terms();
    private final Term x = system.leaves().get(0).now();
    private final Term y = system.leaves().get(1).now();

    private static SymbolicSystem system() {
        SmallSystem small = new SmallSystem();
        Variable x = small.integer("x", 7);
        Variable y = small.integer("y", 3);
        return new SymbolicSystem(
                small.action("x_up", compare(Op.LE, read(x), number(4)), x, plus(x, 2))
                        .action(
                                "y_up",
                                compare(Op.EQ, compare(Op.EQ, read(x), number(6)), compare(Op.LT, read(y), number(2))),
                                y,
                                plus(y, 1))
                        .build(),
                () -> false);
    }

    private Term is(Term leaf, long value) {
        return terms.equal(leaf, terms.number(value, leaf.width()));
    }

    @Test
    void keepsWhatEveryStepKeeps() {
        try (Session session = new Session(() -> false)) {
            Term even = terms.any(List.of(is(x, 0), is(x, 2), is(x, 4), is(x, 6)));
            // broken from 3, which is not reachable but nothing here says so
            Term alone = terms.not(is(x, 5));
            assertThat(Invariants.inductive(system, session, List.of(alone))).isEmpty();
            assertThat(Invariants.inductive(system, session, List.of(alone, even)))
                    .containsExactly(alone, even);
            Term broken = terms.not(is(x, 4));
            assertThat(Invariants.inductive(system, session, List.of(broken, even)))
                    .containsExactly(even);
        }
    }

    @Test
    void findsThemItself() {
        try (Session session = new Session(() -> false)) {
            List<Term> found = Invariants.of(system, session);
            assertThat(found).contains(terms.any(List.of(is(x, 0), is(x, 2), is(x, 4), is(x, 6))));
            assertThat(found).doesNotContain(terms.not(is(y, 1)));
        }
    }
}
