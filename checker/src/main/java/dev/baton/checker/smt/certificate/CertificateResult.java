package dev.baton.checker.smt.certificate;

import java.time.Duration;
import java.util.List;

/**
 * What became of a certificate.
 *
 * @param obligations what makes it a proof
 * @param checked by each solver, in the order in which they were asked
 * @param untouched moves whose steps change nothing that the invariant speaks of
 */
public record CertificateResult(
        List<Obligation> obligations, List<Checked> checked, Enumeration enumeration, int untouched) {
    public CertificateResult {
        obligations = List.copyOf(obligations);
        checked = List.copyOf(checked);
    }

    /** @param time that the solver took, with reading */
    public record Said(Obligation obligation, Answer answer, Duration time) {}

    /** What a solver said: of all obligations, or up to the first that it did not prove. */
    public record Checked(String solver, List<Said> said) {
        public Checked {
            said = List.copyOf(said);
        }

        public boolean accepts(int obligations) {
            return said.size() == obligations && said.stream().allMatch(s -> s.answer() instanceof Answer.Proved);
        }

        public boolean refuses() {
            return said.stream().anyMatch(s -> s.answer() instanceof Answer.Refuted);
        }

        public Duration time() {
            return said.stream().map(Said::time).reduce(Duration.ZERO, Duration::plus);
        }
    }

    /** How it ends. */
    public enum Verdict {
        /** Two solvers of different makers accept it, and no state that was looked at speaks against it. */
        ACCEPTED,
        /** A solver has a counterexample to an obligation, or a reachable state is outside of the invariant. */
        REFUSED,
        /** Neither. */
        UNDECIDED
    }

    /** The solvers that proved all obligations. */
    public List<String> acceptedBy() {
        return checked.stream()
                .filter(c -> c.accepts(obligations.size()))
                .map(Checked::solver)
                .toList();
    }

    public Verdict verdict() {
        if (checked.stream().anyMatch(Checked::refuses) || enumeration.broken().isPresent()) {
            return Verdict.REFUSED;
        }
        return acceptedBy().size() >= 2 ? Verdict.ACCEPTED : Verdict.UNDECIDED;
    }
}
