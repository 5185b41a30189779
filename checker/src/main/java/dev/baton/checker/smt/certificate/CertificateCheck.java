package dev.baton.checker.smt.certificate;

import dev.baton.checker.smt.script.ProofScript;
import dev.baton.checker.smt.system.SymbolicSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Checks that an invariant is a proof, from the system alone: nothing of those who found it is used. */
public final class CertificateCheck {

    /**
     * How far to go.
     *
     * @param patience of each solver for each obligation
     * @param states that the interpreter looks at, at most
     */
    public record Limits(Duration patience, int states) {
        /** A minute a question, a hundred thousand states. */
        public static final Limits USUAL = new Limits(Duration.ofSeconds(60), 100_000);
    }

    /** Told which solver is asked what, for those who wait. */
    @FunctionalInterface
    public interface Progress {
        /** @param done of {@code all} obligations, by this solver */
        void asking(String solver, int done, int all);
    }

    private CertificateCheck() {}

    /**
     * Asks every solver for every obligation, and the interpreter for reachable states. A solver that does not know is
     * asked no more; where one refutes, all is over. Solvers are closed.
     *
     * @param cancelled polled; once it says so answers are Unknown
     */
    public static CertificateResult check(
            SymbolicSystem system,
            Certificate certificate,
            List<ScriptSolver> solvers,
            Limits limits,
            BooleanSupplier cancelled,
            Progress progress) {
        List<Obligation> obligations = Obligations.of(system, certificate);
        List<String> scripts = obligations.stream()
                .map(o -> ProofScript.question(system, o.asserted()))
                .toList();
        List<CertificateResult.Checked> checked = new ArrayList<>();
        boolean refuted = false;
        for (ScriptSolver solver : solvers) {
            List<CertificateResult.Said> said = new ArrayList<>();
            for (int i = 0; i < scripts.size() && !refuted; i++) {
                progress.asking(solver.name(), i, scripts.size());
                long start = System.nanoTime();
                Answer answer = cancelled.getAsBoolean()
                        ? new Answer.Unknown("cancelled")
                        : solver.ask(scripts.get(i), limits.patience(), cancelled);
                said.add(new CertificateResult.Said(
                        obligations.get(i), answer, Duration.ofNanos(System.nanoTime() - start)));
                refuted = answer instanceof Answer.Refuted;
                if (!(answer instanceof Answer.Proved)) {
                    break;
                }
            }
            solver.close();
            checked.add(new CertificateResult.Checked(solver.name(), said));
            if (refuted) {
                break;
            }
        }
        int asked = (int) obligations.stream()
                .filter(o -> o.kind() == Obligation.Kind.CONSECUTION)
                .count();
        return new CertificateResult(
                obligations,
                checked,
                Enumeration.of(system, certificate, limits.states(), cancelled),
                system.moves().size() - asked);
    }
}
