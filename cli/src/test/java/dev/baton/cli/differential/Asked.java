package dev.baton.cli.differential;

import java.util.Locale;

/** Who is asked of a random protocol, beside the interpreter. */
enum Asked {
    /** The compiled search, with and without reductions, and TLC, which takes the most time by far. */
    ALL,
    /** The compiled search. */
    EXPLICIT,
    /** The compiled search and the bounded one. */
    SMT,
    /** The methods of proofs, together and each alone. */
    PROVE;

    static Asked named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
