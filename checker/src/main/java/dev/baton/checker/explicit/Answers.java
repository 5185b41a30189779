package dev.baton.checker.explicit;

import dev.baton.checker.Verdict;
import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.explicit.liveness.EarlyLooks;
import dev.baton.checker.explicit.liveness.LassoSearch;
import dev.baton.checker.explicit.liveness.LivenessAnswer;
import dev.baton.checker.explicit.search.Ending;
import dev.baton.checker.explicit.search.SearchResult;
import dev.baton.checker.explicit.search.StatePath;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a search says of each property.
 *
 * @param looks what was found while it went on; empty if nobody asked for liveness
 * @param lassos looks among the states of which every step is known
 * @param reason why the search does not decide a property, unless it visited everything
 * @param cancelled why what came after the search ended before it was done
 */
record Answers(
        Compiled compiled,
        SearchResult found,
        Optional<EarlyLooks> looks,
        LassoSearch lassos,
        Function<Property, String> reason,
        Supplier<String> cancelled) {

    Verdict verdict(Property property) {
        Questions questions = compiled.questions();
        return switch (property.kind()) {
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, COVER, STEP, DEADLOCK_FREE -> {
                int i = questions.ofState().indexOf(property);
                int j = questions.ofStep().indexOf(property);
                Optional<StatePath> path = i >= 0
                        ? Optional.ofNullable(found.decided().get(i))
                        : j >= 0 ? Optional.ofNullable(found.refuted().get(j)) : found.deadlock();
                yield path.map(p -> decided(property, p)).orElseGet(() -> undecided(property));
            }
            case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO -> live(property);
        };
    }

    private Verdict live(Property property) {
        boolean whole = found.ending() == Ending.COMPLETE;
        LivenessAnswer early = looks.flatMap(l -> l.found(property))
                .<LivenessAnswer>map(v -> v)
                .orElse(new LivenessAnswer.NoLasso());
        return switch (early instanceof LivenessAnswer.Violated || !last() ? early : lassos.find(property)) {
            case LivenessAnswer.Violated v ->
                new Verdict.Violated(
                        Optional.of(new Replay(compiled).of(property, v.states(), OptionalInt.of(v.loop()))),
                        new Guarantee.Counterexample());
            case LivenessAnswer.NoLasso _ ->
                whole ? Verdict.Holds.of(new Guarantee.AllReachable()) : new Verdict.Unknown(reason.apply(property));
            case LivenessAnswer.TooLarge v -> new Verdict.Unknown(whole ? v.reason() : reason.apply(property));
            case LivenessAnswer.Cancelled _ -> new Verdict.Unknown(whole ? cancelled.get() : reason.apply(property));
        };
    }

    /** Whether to look once more. */
    private boolean last() {
        return switch (found.ending()) {
            case COMPLETE -> true;
            case LEVELS, MEMORY -> looks.stream().noneMatch(l -> l.lookedAt(found.expanded()));
            case DECIDED, CANCELLED -> false;
        };
    }

    private Verdict decided(Property property, StatePath path) {
        Optional<Trace> trace = Optional.of(new Replay(compiled).of(property, path.states(), OptionalInt.empty()));
        return property.kind() == Property.Kind.COVER
                ? new Verdict.Holds(new Guarantee.Witness(), trace)
                : new Verdict.Violated(trace, new Guarantee.Counterexample());
    }

    private Verdict undecided(Property property) {
        if (found.ending() != Ending.COMPLETE) {
            return new Verdict.Unknown(reason.apply(property));
        }
        Guarantee guarantee = found.collisionProbability() > 0
                ? new Guarantee.AllReachableHashed(found.collisionProbability())
                : new Guarantee.AllReachable();
        return property.kind() == Property.Kind.COVER
                ? new Verdict.Violated(Optional.empty(), guarantee)
                : Verdict.Holds.of(guarantee);
    }
}
