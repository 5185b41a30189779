package dev.baton.checker.smt.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.smt.certificate.CertificateResult.Verdict;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.model.interpreter.Exploration;
import dev.baton.model.interpreter.Explorer;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariants in the words of the language, and certificates of what is reachable, for protocols of the library. */
final class ClauseExprsTest {
    private static final Path ROOT = Path.of(System.getProperty("baton.root", ".."));

    private static TransitionSystem spec(String file) {
        LoadedFile loaded =
                Frontend.load(ROOT.resolve("specs").resolve(file)).result().orElseThrow();
        return Lowering.lower(
                Frontend.protocol(loaded, loaded.checks().getFirst().parameters())
                        .result()
                        .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classic/peterson.baton",
                "classic/two_phase_commit.baton",
                "cores/boot_v1.baton",
                "cores/boot_mailbox.baton",
                "handover/one_phase.baton",
                "ipi/doorbell_tso.baton",
                "ipi/single_slot_full_flag.baton"
            })
    void clausesMeanWhatFormulasMean(String file) {
        TransitionSystem source = spec(file);
        SymbolicSystem system = new SymbolicSystem(source, () -> false);
        List<State> all = new ArrayList<>(Proofs.reachable(source, 300));
        Set<State> some = new HashSet<>();
        for (int i = 0; i < all.size(); i += 3) {
            some.add(all.get(i));
        }
        Term clause = Proofs.among(system, some);
        TransitionSystem with = Lemmas.system(system, List.of(clause), "With").orElseThrow();
        Interpreter interpreter = new Interpreter(with);
        Property lemma = with.properties().getFirst();
        for (State state : all) {
            assertThat(interpreter.holds(lemma.left(), state))
                    .as(state.toString())
                    .isEqualTo(some.contains(state));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic/peterson.baton", "classic/dining_philosophers.baton", "cores/boot_v1.baton"})
    void whatIsReachableIsACertificate(String file) throws CertificateException {
        TransitionSystem source = spec(file);
        SymbolicSystem system = new SymbolicSystem(source, () -> false);
        Term reachable = Proofs.among(system, Proofs.reachable(source, 1_000));
        String text = Certificates.text(system, Proofs.provable(source), List.of(reachable), "all reachable states");
        SymbolicSystem fresh = new SymbolicSystem(source, () -> false);
        CertificateResult result = CertificateCheck.check(
                fresh,
                CertificateFile.read(text).of(fresh),
                ScriptSolver.all(),
                new CertificateCheck.Limits(Duration.ofMinutes(2), 1_000),
                () -> false,
                (_, _, _) -> {});
        assertThat(result.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(result.acceptedBy()).hasSize(3);
        assertThat(result.enumeration().complete()).isTrue();
    }

    @Test
    void lemmasCanStandInTheProtocol() {
        SymbolicSystem system = Proofs.lamps();
        String lemmas = Lemmas.text(system, Proofs.named(system, "Dark"), Proofs.dark(system));
        TransitionSystem with = Proofs.system(Proofs.LAMPS + lemmas, Map.of());
        List<Property> stated = with.properties().stream()
                .filter(p -> p.kind() == Property.Kind.LEMMA)
                .toList();
        assertThat(stated).hasSize(4);
        Exploration found = Explorer.explore(with, stated, _ -> Optional.empty());
        assertThat(found.findings()).allMatch(f -> f.outcome() instanceof Exploration.Outcome.Holds);
    }
}
