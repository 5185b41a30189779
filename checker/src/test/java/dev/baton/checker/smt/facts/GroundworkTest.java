package dev.baton.checker.smt.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.smt.SmallSystems;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Valuation;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GroundworkTest {
    private static Facts facts(TransitionSystem system) {
        Groundwork groundwork = new Groundwork(system, system.properties(), new Depths(0, 100), () -> false);
        groundwork.ofStates();
        return groundwork.safety().join();
    }

    @Test
    void provesWhatHoldsAndNothingElse() {
        assertThat(facts(SmallSystems.evens(10)).proved().keySet().stream().map(Property::name))
                .containsExactlyInAnyOrder("NotThree", "Small", "NoDeadlock", "AtMostTwo");
        assertThat(facts(SmallSystems.lock()).proved().keySet().stream().map(Property::name))
                .containsExactly("Exclusive");
        assertThat(facts(SmallSystems.counters(3, 3)).proved()).isEmpty();
    }

    @Test
    void invariantsAreTrueOfAllReachableStates() {
        SymbolicSystem system = new SymbolicSystem(SmallSystems.lock(), () -> false);
        Facts facts = facts(SmallSystems.lock());
        Exploration all = Exploration.of(system, 100, () -> false).orElseThrow();
        assertThat(facts.invariants()).isNotEmpty();
        assertThat(all.states()).hasSize(3);
        for (long[] state : all.states()) {
            Valuation valuation =
                    new Valuation(symbol -> state[system.leaf(symbol).number()]);
            for (Term invariant : facts.invariants()) {
                assertThat(valuation.isTrue(system.terms().imported(invariant)))
                        .as(invariant.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void looksAtNoMoreStatesThanAllowed() {
        SymbolicSystem system = new SymbolicSystem(SmallSystems.counters(3, 3), () -> false);
        assertThat(Exploration.of(system, 63, () -> false)).isEqualTo(Optional.empty());
        assertThat(Exploration.of(system, 64, () -> false).orElseThrow().states())
                .hasSize(64);
    }

    @Test
    void tellsThoseWhoWaitThatItWasCancelled() {
        TransitionSystem system = SmallSystems.counters(3, 3);
        Groundwork groundwork = new Groundwork(system, system.properties(), new Depths(0, 100), () -> true);
        groundwork.ofStates();
        groundwork.ofBehaviours();
        assertThat(groundwork.quick()).isDone();
        assertThat(groundwork.safety()).isDone();
        assertThat(groundwork.liveness()).isDone();
    }
}
