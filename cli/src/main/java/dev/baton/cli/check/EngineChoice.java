package dev.baton.cli.check;

import java.util.Locale;

/** What {@code --engine} may say. */
public enum EngineChoice {
    /** The fastest engine that can serve the check. */
    AUTO,
    EXPLICIT,
    INTERPRETER,
    TLC,
    /** Proofs without a bound, of safety properties. */
    PROVE,
    /** Bounded model checking with an SMT solver. */
    SMT,
    /** Every engine; that they agree is checked too. */
    ALL;

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
