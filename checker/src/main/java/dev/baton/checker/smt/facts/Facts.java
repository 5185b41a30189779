package dev.baton.checker.smt.facts;

import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.system.Property;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was proved.
 *
 * @param invariants true of every reachable state, each checked; terms of whoever proved them
 * @param proved properties that hold, and covers that are not reached, for behaviours of any length
 */
public record Facts(List<Term> invariants, Map<Property, Guarantee.Proof> proved) {
    public Facts {
        invariants = List.copyOf(invariants);
        proved = Collections.unmodifiableMap(new LinkedHashMap<>(proved));
    }

    /** Nothing. */
    public static Facts none() {
        return new Facts(List.of(), Map.of());
    }
}
