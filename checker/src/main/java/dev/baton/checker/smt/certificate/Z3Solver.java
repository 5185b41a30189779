package dev.baton.checker.smt.certificate;

import com.microsoft.z3.Context;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.StoppedException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Z3, which reads the text itself. */
final class Z3Solver implements ScriptSolver {
    @Override
    public String name() {
        return "z3";
    }

    @Override
    public Version version() {
        return Session.unavailable()
                .map(why -> new Version(false, why))
                .orElseGet(() -> new Version(true, com.microsoft.z3.Version.getString()));
    }

    @Override
    public Answer ask(String script, Duration patience, BooleanSupplier cancelled) {
        try (Session session = new Session(cancelled)) {
            return session.ask(() -> {
                Context context = session.context();
                Solver solver = context.mkSolver("QF_BV");
                Params params = context.mkParams();
                params.add("timeout", (int) Math.min(Integer.MAX_VALUE, patience.toMillis()));
                solver.setParameters(params);
                solver.add(context.parseSMTLIB2String(script, null, null, null, null));
                return switch (solver.check()) {
                    case UNSATISFIABLE -> new Answer.Proved();
                    case SATISFIABLE -> new Answer.Refuted();
                    case UNKNOWN -> unknown(solver.getReasonUnknown(), patience);
                };
            });
        } catch (StoppedException e) {
            return new Answer.Unknown(e.reason());
        }
    }

    private static Answer unknown(String said, Duration patience) {
        return said.contains("timeout") || said.contains("canceled")
                ? Answer.Unknown.late(patience)
                : new Answer.Unknown(said);
    }
}
