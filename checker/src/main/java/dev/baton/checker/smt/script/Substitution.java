package dev.baton.checker.smt.script;

import dev.baton.checker.smt.term.Operator;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import java.util.HashMap;
import java.util.Map;

/** Terms with other terms in the place of symbols, folded anew; each is made once. */
public final class Substitution {
    private final Terms terms;
    private final Map<Term, Term> symbols;
    private final Map<Term, Term> known = new HashMap<>();

    /** @param symbols what stands for a symbol; others stay */
    public Substitution(Terms terms, Map<Term, Term> symbols) {
        this.terms = terms;
        this.symbols = Map.copyOf(symbols);
    }

    public Term of(Term term) {
        if (term.operator() == Operator.SYMBOL) {
            return symbols.getOrDefault(term, term);
        }
        if (term.args().isEmpty()) {
            return term;
        }
        Term found = known.get(term);
        if (found == null) {
            found = terms.with(term, term.args().stream().map(this::of).toList());
            known.put(term, found);
        }
        return found;
    }
}
