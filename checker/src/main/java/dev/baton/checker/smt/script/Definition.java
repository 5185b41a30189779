package dev.baton.checker.smt.script;

import dev.baton.checker.smt.term.Term;
import java.util.List;

/**
 * A function without parameters that a script defines.
 *
 * @param symbol as it stands in the script
 * @param comment lines above it, without the semicolon
 */
record Definition(String symbol, Term term, List<String> comment) {
    Definition {
        comment = List.copyOf(comment);
    }
}
