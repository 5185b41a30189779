package dev.baton.model.interpreter;

import static dev.baton.model.interpreter.SystemBuilder.parameter;
import static dev.baton.model.interpreter.SystemBuilder.set;
import static dev.baton.model.interpreter.Terms.at;
import static dev.baton.model.interpreter.Terms.bool;
import static dev.baton.model.interpreter.Terms.local;
import static dev.baton.model.interpreter.Terms.not;
import static dev.baton.model.interpreter.Terms.op;
import static dev.baton.model.interpreter.Terms.quantified;
import static dev.baton.model.interpreter.Terms.read;
import static dev.baton.model.system.Property.Kind.ALWAYS_EVENTUALLY;
import static dev.baton.model.system.Property.Kind.EVENTUALLY;
import static dev.baton.model.system.Property.Kind.EVENTUALLY_ALWAYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Fairness;
import dev.baton.model.system.Property;
import dev.baton.model.type.Type;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Liveness both ways, under every kind of fairness. */
final class FairnessTest {

    @Test
    void withoutFairnessASystemMayStopAnywhere() {
        Walk walk = Walk.along(0, 1);
        assertThat(walk.check(EVENTUALLY, walk.at(1))).isEqualTo("0 ()");
        assertThat(walk.check(EVENTUALLY, walk.at(0))).isEqualTo("holds");
    }

    @Test
    void weakFairnessTakesWhatStaysPossible() {
        Walk walk = new Walk();
        walk.system().weak(walk.step(0, 1));
        assertThat(walk.check(EVENTUALLY, walk.at(1))).isEqualTo("holds");
        assertThat(walk.check(EVENTUALLY_ALWAYS, walk.at(1))).isEqualTo("holds");
    }

    @Test
    void aFinishedStateStuttersForEver() {
        Walk walk = new Walk();
        walk.system().weak(walk.step(0, 1), walk.step(1, 2));
        assertThat(walk.check(EVENTUALLY, walk.at(3))).isEqualTo("0 1 2 ()");
        assertThat(walk.check(ALWAYS_EVENTUALLY, walk.at(1))).isEqualTo("0 1 2 ()");
        assertThat(walk.check(ALWAYS_EVENTUALLY, walk.at(2))).isEqualTo("holds");
        assertThat(walk.check(EVENTUALLY_ALWAYS, walk.at(2))).isEqualTo("holds");
        assertThat(walk.check(EVENTUALLY_ALWAYS, walk.at(1))).isEqualTo("0 1 2 ()");
    }

    /** Between 0 and 1, with a way out of 0 only: possible again and again, but never for long. */
    private static Walk revolvingDoor(boolean strong) {
        Walk walk = new Walk();
        walk.system().weak(walk.step(0, 1)).weak(walk.step(1, 0));
        String out = walk.step(0, 2);
        if (strong) {
            walk.system().strong(out);
        } else {
            walk.system().weak(out);
        }
        return walk;
    }

    @Test
    void weakFairnessLetsARevolvingDoorTurnForEver() {
        Walk walk = revolvingDoor(false);
        assertThat(walk.check(EVENTUALLY, walk.at(2))).isEqualTo("0 (1 0)");
    }

    @Test
    void strongFairnessDoesNot() {
        Walk walk = revolvingDoor(true);
        assertThat(walk.check(EVENTUALLY, walk.at(2))).isEqualTo("holds");
    }

    @Test
    void strongFairnessImpliesWeak() {
        Walk walk = new Walk();
        walk.system().strong(walk.step(0, 1));
        walk.step(0, 2);
        walk.step(2, 0);
        assertThat(walk.check(EVENTUALLY, walk.at(1))).isEqualTo("0 2 ()");
        assertThat(walk.check(EVENTUALLY, walk.at(1, 2))).isEqualTo("holds");
    }

    @Test
    void strongFairnessAvoidsStatesWhereItsUnitIsEnabled() {
        Walk walk = new Walk();
        for (int i = 0; i < 3; i++) {
            walk.system().weak(walk.step(i, (i + 1) % 3));
        }
        walk.system().weak(walk.step(1, 0), walk.step(2, 1));
        walk.system().strong(walk.step(0, 9));
        assertThat(walk.check(EVENTUALLY, walk.at(9))).isEqualTo("0 1 (2 1)");
        walk.system().strong(walk.step(1, 9));
        assertThat(walk.check(EVENTUALLY, walk.at(9))).isEqualTo("holds");
    }

    @Test
    void aStepThatChangesNothingCountsForNoUnit() {
        Walk walk = new Walk();
        walk.system().weak(walk.step(0, 0), walk.step(0, 1));
        assertThat(walk.check(EVENTUALLY, walk.at(1))).isEqualTo("holds");
        Walk idle = new Walk();
        idle.system().weak(idle.step(0, 0)).strong(idle.step(0, 0));
        assertThat(idle.check(EVENTUALLY, idle.at(1))).isEqualTo("0 ()");
    }

    @Test
    void aStepCountsForEveryUnitThatCouldHaveTakenIt() {
        Walk walk = new Walk();
        walk.system().weak(walk.step(0, 1)).weak(walk.step(1, 0), walk.step(0, 2));
        walk.system().strong(walk.step(0, 1), walk.step(0, 2));
        assertThat(walk.check(EVENTUALLY, walk.at(2))).isEqualTo("0 (1 0)");
    }

    @Test
    void aLoopGoesWhereWeakFairnessSendsIt() {
        Walk walk = Walk.along(0, 1, 0);
        walk.step(2, 0);
        walk.system().weak(walk.step(0, 2), walk.step(1, 9));
        assertThat(walk.check(EVENTUALLY, walk.at(9))).isEqualTo("0 (2 0)");
        assertThat(walk.check(EVENTUALLY, walk.at(2, 9))).isEqualTo("holds");
    }

    @Test
    void aLoopTakesEveryUnitThatIsAlwaysEnabled() {
        SystemBuilder system = new SystemBuilder();
        Type.Index who = new Type.Index("Who", 3, "3", false);
        Type flags = new Type.MapOf(who, Type.BOOL);
        Variable flag =
                system.variable("flag", flags, quantified(Quantifier.MAP, flags, "w", Terms.all(who), bool(false)));
        system.action(
                "flip",
                List.of(parameter("self", who)),
                bool(true),
                set(flag, op(Op.PUT, read(flag), local("self"), not(at(read(flag), local("self"))))));
        system.fair(Fairness.Strength.WEAK, Optional.of(parameter("self", who)), "flip");
        Binder each = parameter("w", who);
        Property some =
                system.property("Some", ALWAYS_EVENTUALLY, List.of(each), at(read(flag), local("w")), Optional.empty());
        Property ends =
                system.property("Ends", EVENTUALLY_ALWAYS, List.of(each), at(read(flag), local("w")), Optional.empty());
        Exploration found = system.explore();
        assertThat(found.findings().get(0).outcome()).isInstanceOf(Exploration.Outcome.Holds.class);
        Exploration.Outcome.Violated violated =
                (Exploration.Outcome.Violated) found.findings().get(1).outcome();
        Trace trace = violated.trace().orElseThrow();
        assertThat(trace.steps()).hasSize(6);
        assertThat(trace.loop()).hasValue(0);
        Interpreter interpreter = new Interpreter(system.build());
        assertThat(interpreter.shows(ends, trace)).isTrue();
        assertThat(interpreter.shows(some, trace)).isFalse();
    }

    @Test
    void anUnfairUnitObligesNobody() {
        Walk walk = new Walk();
        walk.system().fair(Fairness.Strength.UNFAIR, Optional.empty(), walk.step(0, 1));
        assertThat(walk.check(EVENTUALLY, walk.at(1))).isEqualTo("0 ()");
    }

    @Test
    void leadsToIsAboutWhatFollowsTheCause() {
        Walk walk = Walk.along(0, 1, 2);
        walk.system().weak(walk.step(1, 3));
        assertThat(walk.leadsTo(walk.at(0), walk.at(0))).isEqualTo("holds");
        assertThat(walk.leadsTo(walk.at(1), walk.at(2))).isEqualTo("0 1 3 ()");
        assertThat(walk.leadsTo(walk.at(1), walk.at(2, 3))).isEqualTo("holds");
        assertThat(walk.leadsTo(walk.at(0), walk.at(2, 3))).isEqualTo("0 ()");
        assertThat(walk.leadsTo(walk.at(7), walk.at(8))).isEqualTo("holds");
    }

    @Test
    void leadsToForgetsACauseOnceItsEffectWasThere() {
        Walk walk = new Walk();
        walk.system().weak(walk.step(0, 1)).weak(walk.step(1, 2)).weak(walk.step(2, 3));
        assertThat(walk.leadsTo(walk.at(0), walk.at(1))).isEqualTo("holds");
        assertThat(walk.leadsTo(walk.at(0, 2), walk.at(1))).isEqualTo("0 1 2 3 ()");
    }

    @Test
    void eventuallyLooksOnlyAtTheTimeBefore() {
        Walk walk = new Walk();
        walk.system().weak(walk.step(0, 1), walk.step(1, 2), walk.step(2, 1));
        assertThat(walk.check(EVENTUALLY, walk.at(1))).isEqualTo("holds");
        assertThat(walk.check(ALWAYS_EVENTUALLY, walk.at(1))).isEqualTo("holds");
        assertThat(walk.check(EVENTUALLY_ALWAYS, walk.at(1))).isEqualTo("0 1 (2 1)");
        assertThat(walk.check(EVENTUALLY_ALWAYS, walk.at(1, 2))).isEqualTo("holds");
        assertThat(walk.check(ALWAYS_EVENTUALLY, walk.at(0))).isEqualTo("0 1 (2 1)");
    }
}
