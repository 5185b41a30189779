package dev.baton.checker.smt.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Model;
import org.junit.jupiter.api.Test;

final class SessionTest {

    /** As where somebody cancels just when Z3 has answered. */
    @Test
    void anInterruptBetweenTwoQuestionsStopsWhoeverGoesOn() {
        try (Session session = new Session(() -> false)) {
            Incremental solver = new Incremental(session);
            BoolExpr x = session.context().mkBoolConst("x");
            solver.add(x);
            assertThat(solver.satisfiable()).isTrue();
            Model model = solver.model();
            assertThat(Incremental.bits(model, x)).isEqualTo(1);
            session.context().interrupt();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            Incremental.bits(model, session.context().mkNot(x));
                            solver.add(session.context().mkBoolConst("y" + i));
                        }
                    })
                    .isInstanceOf(StoppedException.class)
                    .hasMessage("cancelled");
        }
    }
}
