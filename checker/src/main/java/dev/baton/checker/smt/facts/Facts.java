package dev.baton.checker.smt.facts;

import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.system.Property;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was proved.
 *
 * @param invariants true of every reachable state, each checked; terms of whoever proved them
 * @param proved properties that hold, and covers that are not reached, for behaviours of any length
 * @param notWithin of other properties: no state within so many steps violates it, or violates it by a step from there,
 *     or is one to be covered; of liveness: to stop there for ever does not refute it
 * @param stopsAlone liveness that no behaviour refutes that goes on for ever, though one that stops may
 * @param nearby what is so of states near the first
 */
public record Facts(
        List<Term> invariants,
        Map<Property, Guarantee.Proof> proved,
        Map<Property, Integer> notWithin,
        Set<Property> stopsAlone,
        Optional<Nearby> nearby) {
    public Facts {
        invariants = List.copyOf(invariants);
        proved = Collections.unmodifiableMap(new LinkedHashMap<>(proved));
        notWithin = Collections.unmodifiableMap(new LinkedHashMap<>(notWithin));
        stopsAlone = Collections.unmodifiableSet(new LinkedHashSet<>(stopsAlone));
    }

    /** What is so at any depth. */
    public Facts(List<Term> invariants, Map<Property, Guarantee.Proof> proved) {
        this(invariants, proved, Map.of(), Set.of(), Optional.empty());
    }

    /** Nothing. */
    public static Facts none() {
        return new Facts(List.of(), Map.of());
    }
}
