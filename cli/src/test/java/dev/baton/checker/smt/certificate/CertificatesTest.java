package dev.baton.checker.smt.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.checker.smt.certificate.CertificateResult.Verdict;
import dev.baton.checker.smt.script.ProofScript;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.system.TransitionSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates of small systems, as written and as somebody would like them to be. */
final class CertificatesTest {
    private static final CertificateCheck.Limits LIMITS = new CertificateCheck.Limits(Duration.ofMinutes(2), 2_000);

    private static String written(UnaryOperator<List<Term>> changed) {
        SymbolicSystem system = Proofs.lamps();
        List<Term> clauses = new ArrayList<>(Proofs.dark(system));
        return Certificates.text(
                system,
                Proofs.named(system, "Dark", "Early", "Onward", "DeadlockFree"),
                changed.apply(clauses),
                "hand");
    }

    private static CertificateResult check(TransitionSystem source, String text) throws CertificateException {
        SymbolicSystem system = new SymbolicSystem(source, () -> false);
        Certificate certificate = CertificateFile.read(text).of(system);
        return CertificateCheck.check(system, certificate, ScriptSolver.all(), LIMITS, () -> false, (_, _, _) -> {});
    }

    private static CertificateResult check(String text) throws CertificateException {
        return check(Proofs.system(Proofs.LAMPS, Map.of()), text);
    }

    @Test
    void aProofIsAcceptedByAllSolversAndTheInterpreter() throws CertificateException {
        CertificateResult result = check(written(clauses -> clauses));
        assertThat(result.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(result.acceptedBy()).containsExactly("z3", "cvc5", "smtinterpol");
        assertThat(result.enumeration().complete()).isTrue();
        assertThat(result.enumeration().states()).isEqualTo(4);
        assertThat(result.obligations()).hasSize(6);
    }

    @Test
    void theSameProofIsTheSameText() {
        assertThat(written(clauses -> clauses)).isEqualTo(written(clauses -> clauses));
    }

    @Test
    void aDroppedClauseIsMissed() throws CertificateException {
        CertificateResult result = check(written(clauses -> {
            clauses.remove(1);
            return clauses;
        }));
        assertThat(result.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(result.checked().getFirst().said().getLast().obligation().kind())
                .isEqualTo(Obligation.Kind.CONSECUTION);
        // it is true of every reachable state all the same
        assertThat(result.enumeration().broken()).isEmpty();
    }

    @Test
    void aNegatedClauseIsRefusedByAll() throws CertificateException {
        SymbolicSystem system = Proofs.lamps();
        List<Term> clauses = new ArrayList<>(Proofs.dark(system));
        clauses.set(0, system.terms().not(clauses.getFirst()));
        CertificateResult result = check(Certificates.text(system, Proofs.named(system, "Dark"), clauses, "hand"));
        assertThat(result.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(result.checked().getFirst().said().getLast().obligation().kind())
                .isEqualTo(Obligation.Kind.INITIATION);
        assertThat(result.enumeration().broken()).contains("clause 1");
    }

    @Test
    void anInvariantThatDoesNotImplyThePropertyIsRefused() throws CertificateException {
        CertificateResult result = check(written(_ -> List.of()));
        assertThat(result.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(result.checked().getFirst().said().getLast().obligation().name())
                .isEqualTo("safety of Dark");
    }

    @Test
    void eachSolverRefusesByItself() throws CertificateException {
        SymbolicSystem system = Proofs.lamps();
        Certificate wrong = new Certificate(Proofs.named(system, "Dark"), "hand", List.of());
        for (ScriptSolver solver : ScriptSolver.all()) {
            CertificateResult result =
                    CertificateCheck.check(system, wrong, List.of(solver), LIMITS, () -> false, (_, _, _) -> {});
            assertThat(result.checked().getFirst().refuses()).as(solver.name()).isTrue();
        }
    }

    @Test
    void whoIsStoppedHasCheckedNothing() {
        SymbolicSystem system = Proofs.lamps();
        Certificate certificate = new Certificate(Proofs.named(system, "Dark"), "hand", Proofs.dark(system));
        CertificateResult result =
                CertificateCheck.check(system, certificate, ScriptSolver.all(), LIMITS, () -> true, (_, _, _) -> {});
        assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(result.acceptedBy()).isEmpty();
    }

    @Test
    void aSolverThatPrintsAnErrorHasNotChecked() {
        for (ScriptSolver solver : ScriptSolver.all()) {
            assertThat(solver.ask(
                            "(set-logic QF_BV)(assert (nonsense true))(check-sat)", Duration.ofSeconds(9), () -> false))
                    .as(solver.name())
                    .isInstanceOf(Answer.Unknown.class);
        }
    }

    /** The checksum put right afterwards, as by somebody who wants to be believed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "(set-info :baton-protocol \"Lamps\") ~ (set-info :baton-protocol \"Lumps\") ~ it is of protocol Lumps",
                "Dark Early Onward ~ Dark Eerly Onward ~ did you mean `Early`?",
                "(set-info :baton-certificate \"1\") ~ (set-info :baton-certificate \"2\") ~ version 2",
                "(set-info :baton-formulas \" ~ (set-info :baton-formulas \"0 ~ the hash",
                "(set-info :baton-method \"hand\") ~ ; ~ no line says `(set-info :baton-method",
                "(assert init) ~ (assert (not init)) ~ its questions are not those of a proof",
                "(assert (not Early)) ~ ; ~ its questions are not those of a proof",
                "(and (not K.first) ~ (and true ~ `init` is not what the protocol's text says",
                "(define-fun Dark () Bool (not K.third)) ~ (define-fun Dark () Bool true) ~ `Dark` is not what",
                "(define-fun Dark () Bool ~ (define-fun Dork () Bool ~ nothing of this protocol is called `Dork`",
                "|clause 1| () Bool (not K.first) ~ |clause 1| () Bool (not |K.first'|) ~ speaks of the state after",
                "|clause 1| () Bool (not K.first) ~ |clause 1| () Bool (not K.hour) ~ `not` can't be applied",
                "|clause 1| () Bool (not K.first) ~ |clause 1| () Bool (or K.first) ~ `|clause 1'|` is not what",
                "|clause 1| () Bool (not K.first) ~ |clause 1| () Bool (bvxor K.first) ~ `bvxor` can't be applied",
                "|clause 1| () Bool ~ |clause 1| () (_ BitVec 3) ~ is said to be (_ BitVec 3) and is Bool",
                "|clause 2| () Bool ~ |clause 1| () Bool ~ `|clause 1|` is there already",
                "|clause 4| ~ |clause 5| ~ nothing of this protocol is called `|clause 5|`",
            })
    void whatWasChangedIsFound(String from, String to, String why) {
        String text = written(clauses -> clauses);
        assertThat(text).contains(from);
        String changed = CertificateText.sealed(text.replace(from, to));
        assertThatThrownBy(() -> check(changed))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aWeakerStepIsFound() {
        String text = written(clauses -> clauses);
        String changed = CertificateText.sealed(
                text.replaceFirst("\\(define-fun step \\(\\) Bool \\([^)]*\\)\\)", "(define-fun step () Bool false)"));
        assertThat(changed).isNotEqualTo(text);
        assertThatThrownBy(() -> check(changed)).hasMessageContaining("`step` is not what the protocol's text says");
    }

    @Test
    void anotherSystemIsToldFromThisOne() {
        String text = written(clauses -> clauses);
        assertThatThrownBy(() -> check(Proofs.system(Proofs.LAMPS, Map.of("N", 4)), text))
                .hasMessageContaining("is not what the protocol's text says");
        String brighter = Proofs.LAMPS.replace("second = first", "second = not first");
        assertThatThrownBy(() -> check(Proofs.system(brighter, Map.of()), text))
                .hasMessageContaining("is not what the protocol's text says");
    }

    @Test
    void aCommentMoreInTheProtocolIsToldAndDoesNoHarm() throws CertificateException {
        CertificateFile file = CertificateFile.read(written(clauses -> clauses));
        SymbolicSystem commented =
                new SymbolicSystem(Proofs.system(Proofs.LAMPS + "// lamps\n", Map.of()), () -> false);
        assertThat(file.sameText(commented)).isFalse();
        assertThat(file.of(commented).clauses()).hasSize(4);
        assertThat(file.sameText(Proofs.lamps())).isTrue();
    }

    @Test
    void linesMayMove() {
        String failing = Proofs.LAMPS.replace("third = second", "assert not second\n    third = second");
        String formulas = formulas(failing);
        assertThat(formulas).contains("assertion").doesNotContain("(line");
        assertThat(formulas("// lamps\n// that go round\n\n" + failing)).isEqualTo(formulas);
        assertThat(formulas(failing.replace("not second", "not first"))).isNotEqualTo(formulas);
    }

    private static String formulas(String text) {
        SymbolicSystem system = new SymbolicSystem(Proofs.system(text, Map.of()), () -> false);
        return new ProofScript(system, Proofs.named(system, "Dark")).formulas();
    }

    @Test
    void whatIsCutOffIsRefused() {
        String text = written(clauses -> clauses);
        for (int end = 0; end < text.length() - 1; end += 7) {
            String cut = text.substring(0, end);
            assertThatThrownBy(() -> CertificateFile.read(cut)).isInstanceOf(CertificateException.class);
        }
    }

    @Test
    void garbageIsRefused() {
        for (String garbage : List.of(
                "",
                "(",
                ")",
                "()",
                "x",
                "\"",
                "|",
                "(set-info",
                "(".repeat(100_000),
                "(a ".repeat(999) + ")".repeat(999),
                "\0")) {
            assertThatThrownBy(() -> CertificateFile.read(garbage))
                    .as(garbage.substring(0, Math.min(9, garbage.length())))
                    .isInstanceOf(CertificateException.class);
        }
    }

    /** Whatever is there instead: a certificate is refused with a reason, or checked as any other. */
    @Test
    void noChangeOfAFewCharactersGoesThroughUnseen() {
        String text = CertificateText.unsealed(written(clauses -> clauses));
        Random random = new Random(20261126);
        TransitionSystem source = Proofs.system(Proofs.LAMPS, Map.of());
        int accepted = 0;
        for (int i = 0; i < 400; i++) {
            int at = random.nextInt(text.length() - 3);
            int length = random.nextInt(4);
            String put = List.of("", "(", ")", " ", "|", "\"", "0", "not", "#b1", ";", "'")
                    .get(random.nextInt(11));
            String changed = text.substring(0, at) + put + text.substring(at + length);
            try {
                SymbolicSystem system = new SymbolicSystem(source, () -> false);
                Certificate certificate =
                        CertificateFile.read(CertificateText.sealed(changed)).of(system);
                assertThat(certificate.clauses()).isEqualTo(Proofs.dark(system));
                accepted++;
            } catch (CertificateException e) {
                assertThat(e.why()).isNotEmpty();
            }
        }
        // comments, blanks and the method may say what they like
        assertThat(accepted).isBetween(1, 250);
    }
}
