package dev.baton.cli;

import dev.baton.checker.Engine;
import dev.baton.checker.smt.certificate.ScriptSolver;
import dev.baton.checker.smt.prove.Attempts;
import dev.baton.cli.check.EngineChoice;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whose word the commands report. Tests have others, who fail or do not know.
 *
 * @param engines those of {@code --engine}
 * @param attempts what becomes of the methods of {@code prove}
 * @param solvers those that check a certificate
 */
record Deciders(Function<EngineChoice, List<Engine>> engines, Attempts attempts, Supplier<List<ScriptSolver>> solvers) {

    /** All that Baton has, but for the engines. */
    static Deciders with(Function<EngineChoice, List<Engine>> engines) {
        return new Deciders(engines, Attempts.OWN, ScriptSolver::all);
    }
}
