package dev.baton.checker.smt.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.smt.SmallSystems;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.system.TransitionSystem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is no invariant is refused here too. */
final class RecheckTest {
    private final TransitionSystem system = SmallSystems.evens(10);
    private final SymbolicSystem symbolic = new SymbolicSystem(system, () -> false);
    private final Terms terms = symbolic.terms();
    private final Term x = symbolic.leaves().getFirst().now();
    private final Term three = symbolic.stateTarget(SmallSystems.property(system, "NotThree"));

    @Test
    void anInvariantStands() {
        Term even = terms.equal(terms.resize(x, 1, false), terms.number(0, 1));
        assertThat(confirms(List.of(even), three)).isTrue();
        assertThat(confirms(List.of(isNot(3), isNot(1)), three)).isTrue();
    }

    @Test
    void refusesWhatDoesNotHoldAtFirst() {
        assertThat(confirms(List.of(isNot(3), isNot(1), isNot(0)), three)).isFalse();
    }

    @Test
    void refusesWhatAStepBreaks() {
        assertThat(confirms(List.of(isNot(3)), three)).isFalse();
        assertThat(confirms(List.of(isNot(1), isNot(3), isNot(7)), three)).isFalse();
    }

    @Test
    void refusesWhatDoesNotExcludeTheBadStates() {
        assertThat(confirms(List.of(isNot(1)), three)).isFalse();
        assertThat(confirms(List.of(), three)).isFalse();
    }

    private Term isNot(int value) {
        return terms.not(terms.equal(x, terms.number(value, x.width())));
    }

    private boolean confirms(List<Term> clauses, Term bad) {
        try (Session session = new Session(() -> false)) {
            return new Recheck(symbolic, session).confirms(clauses, bad);
        }
    }
}
