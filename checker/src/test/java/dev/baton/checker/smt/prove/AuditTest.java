package dev.baton.checker.smt.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.smt.SmallSystems;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.system.TransitionSystem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is no invariant is refused, whoever says that it is one. */
final class AuditTest {
    private final TransitionSystem system = SmallSystems.evens(10);
    private final SymbolicSystem symbolic = new SymbolicSystem(system, () -> false);
    private final Terms terms = symbolic.terms();
    private final Term x = symbolic.leaves().getFirst().now();
    private final Term bad = symbolic.stateTarget(SmallSystems.property(system, "NotThree"));
    private final Term even = terms.equal(terms.resize(x, 1, false), terms.number(0, 1));

    @Test
    void anInvariantStands() {
        assertThat(audit(symbolic, List.of(even), bad))
                .hasValueSatisfying(needed -> assertThat(needed.clauses()).containsExactly(even));
    }

    @Test
    void refusesWhatDoesNotHoldAtFirst() {
        assertThat(audit(symbolic, List.of(even, isNot(0)), bad)).isEmpty();
    }

    @Test
    void refusesWhatAStepBreaks() {
        assertThat(audit(symbolic, List.of(isNot(3)), bad)).isEmpty();
    }

    @Test
    void refusesWhatDoesNotExcludeTheBadStates() {
        assertThat(audit(symbolic, List.of(isNot(1)), bad)).isEmpty();
        assertThat(audit(symbolic, List.of(), bad)).isEmpty();
    }

    @Test
    void refusesWhatTwoClausesWouldNeedAThirdFor() {
        assertThat(audit(symbolic, List.of(isNot(3), isNot(1)), bad)).isPresent();
        assertThat(audit(symbolic, List.of(isNot(5), isNot(3)), bad)).isEmpty();
    }

    /** Of what is needed no step may lead to the contrary; of what is not, nothing is asked but that it holds first. */
    @Test
    void leavesOutWhatIsNotNeeded() {
        List<Term> padded = List.of(isNot(9), isNot(3), isNot(1), isNot(7), isNot(5));
        assertThat(audit(symbolic, padded, bad))
                .hasValueSatisfying(needed -> assertThat(needed.clauses()).containsExactly(isNot(3), isNot(1)));
    }

    @Test
    void tellsTheGuardsThatAreNeeded() {
        TransitionSystem locking = SmallSystems.lock();
        SymbolicSystem of = new SymbolicSystem(locking, () -> false);
        Term exclusive = of.stateTarget(SmallSystems.property(locking, "Exclusive"));
        Term locked = of.leaves().get(0).now();
        Term first = of.leaves().get(1).now();
        Term second = of.leaves().get(2).now();
        List<Term> invariant = List.of(
                of.terms().implies(first, locked),
                of.terms().implies(second, locked),
                of.terms().not(of.terms().both(first, second)));
        Audit.Needed needed = audit(of, invariant, exclusive).orElseThrow();
        assertThat(needed.clauses()).containsExactlyElementsOf(invariant);
        assertThat(needed.conditions().stream().map(c -> c.action().name()))
                .containsExactly("take_first", "leave_first", "take_second", "leave_second");
    }

    private Term isNot(int value) {
        return terms.not(terms.equal(x, terms.number(value, x.width())));
    }

    static Optional<Audit.Needed> audit(SymbolicSystem symbolic, List<Term> clauses, Term bad) {
        return Session.run(() -> false, session -> new Audit(symbolic, session, clauses).of(bad));
    }
}
