package dev.baton.checker.smt.certificate;

import dev.baton.checker.smt.script.ProofScript;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.system.Property;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down what was proved and why. */
public final class Certificates {
    private Certificates() {}

    /**
     * The text of a certificate, for a file {@code NAME.cert.smt2}.
     *
     * @param system in whose terms the invariant is
     * @param proved state invariants, STEPs or DEADLOCK_FREE, of the system's own
     * @param invariant clauses over the leaves {@code now}: that all hold is inductive, together with
     *     {@link SymbolicSystem#wellFormed}, and implies what is proved
     * @param method how the invariant was found, for people
     */
    public static String text(SymbolicSystem system, List<Property> proved, List<Term> invariant, String method) {
        // in terms of a system in which nobody has worked yet: their order is part of the text
        SymbolicSystem fresh = new SymbolicSystem(system.system(), () -> false);
        ProofScript script = new ProofScript(fresh, proved);
        String formulas = script.formulas();
        Map<Term, Term> known = new HashMap<>();
        List<Term> clauses =
                invariant.stream().map(c -> moved(c, fresh.terms(), known)).toList();
        return CertificateText.of(fresh, script, formulas, new Certificate(proved, method, clauses));
    }

    /** A term in the terms of another system with the same symbols. */
    private static Term moved(Term term, Terms to, Map<Term, Term> known) {
        Term found = known.get(term);
        if (found == null) {
            found = switch (term.operator()) {
                case SYMBOL -> to.symbol(term.name(), term.sort());
                case TRUTH -> to.truth(term.isTrue());
                case NUMBER -> to.number(term.value(), term.width());
                case NOT,
                        AND,
                        OR,
                        EQUAL,
                        ITE,
                        ULT,
                        SLT,
                        ADD,
                        SUB,
                        MUL,
                        UDIV,
                        UREM,
                        BITNOT,
                        ZERO_EXTEND,
                        SIGN_EXTEND,
                        LOW_BITS ->
                    to.with(
                            term,
                            term.args().stream()
                                    .map(arg -> moved(arg, to, known))
                                    .toList());
            };
            known.put(term, found);
        }
        return found;
    }
}
