package dev.baton.checker.smt.proof;

import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is to be proved, for one thread alone.
 *
 * @param known holds in all reachable states; all of it together is inductive
 * @param bad the states that must not be reached
 * @param progress told now and then how far it is, in a few words
 */
public record Task(SymbolicSystem system, Session session, List<Term> known, Term bad, Consumer<String> progress) {
    public Task {
        known = List.copyOf(known);
    }
}
