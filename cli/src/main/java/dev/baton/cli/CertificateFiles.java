package dev.baton.cli;

import dev.baton.checker.smt.certificate.Certificates;
import dev.baton.checker.smt.certificate.Lemmas;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.tla.TlaEmitter;
import dev.baton.checker.tla.TlaModule;
import dev.baton.cli.check.UsageException;
import dev.baton.model.system.Property;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a proof leaves: {@code NAME.cert.smt2} for {@code baton certificate} and any solver, {@code NAME.cert.baton}
 * with the invariant in the language, and a TLA+ module (with its configuration) that states it, called
 * {@code PROTOCOLCertificate} since TLC wants module and file of one name.
 */
public final class CertificateFiles {
    private CertificateFiles() {}

    /**
     * The files, by name.
     *
     * @param name what they are called after; the check's label, say
     * @param proved by the invariant: state invariants, STEPs, DEADLOCK_FREE
     * @param invariant clauses over the leaves {@code now}; together with {@link SymbolicSystem#wellFormed} inductive
     * @param method how it was found, for people
     */
    public static Map<String, String> of(
            String name, SymbolicSystem system, List<Property> proved, List<Term> invariant, String method) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(name + ".cert.smt2", Certificates.text(system, proved, invariant, method));
        texts.put(name + ".cert.baton", Lemmas.text(system, proved, invariant));
        Lemmas.system(system, invariant, system.system().name() + "Certificate").ifPresent(with -> {
            TlaModule module = TlaEmitter.emit(with);
            texts.put(module.name() + ".tla", module.text());
            texts.put(module.name() + ".cfg", module.configuration(false));
        });
        return texts;
    }

    /**
     * Writes them.
     *
     * @throws UsageException if that fails
     */
    public static void write(
            Path folder,
            String name,
            SymbolicSystem system,
            List<Property> proved,
            List<Term> invariant,
            String method) {
        OutputFile.writeAll(folder, of(name, system, proved, invariant, method));
    }
}
