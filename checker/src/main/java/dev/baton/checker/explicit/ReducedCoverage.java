package dev.baton.checker.explicit;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.Watch;
import dev.baton.checker.explicit.search.Ending;
import dev.baton.checker.explicit.search.Onlooker;
import dev.baton.checker.explicit.search.Search;
import dev.baton.checker.explicit.search.SearchOptions;
import dev.baton.checker.explicit.search.SearchResult;
import dev.baton.checker.explicit.search.Sightings;
import dev.baton.model.coverage.Coverage;
import java.util.Optional;

/**
 * What a search saw of what was written. Exchanged members leave out nothing that another does not show. But steps left
 * out, and variables reset, may hide something: if anything was not seen with those, the search is made once more
 * without, as far as that takes not too many states.
 */
final class ReducedCoverage {
    private ReducedCoverage() {}

    /** Empty if it is not known. */
    static Optional<Coverage> of(
            CheckRequest request,
            Compiled compiled,
            SearchResult found,
            Sightings sightings,
            SearchOptions options,
            Watch watch) {
        if (found.ending() != Ending.COMPLETE || compiled.coverage().isEmpty()) {
            return Optional.empty();
        }
        Coverage coverage = compiled.coverage().get().coverage(found, sightings);
        boolean hidden = !compiled.program().persistent().isEmpty()
                || !compiled.program().reset().isEmpty();
        return hidden && coverage.seen().size() < coverage.goals().size()
                ? again(request, found, options, watch)
                : Optional.of(coverage);
    }

    private static Optional<Coverage> again(
            CheckRequest request, SearchResult found, SearchOptions options, Watch watch) {
        Compiled compiled = Compiled.withSymmetryAlone(request);
        SearchOptions bounded = options.withPartialOrder(false).withMostStates(Shortest.bound(found.distinct()));
        Sightings sightings = compiled.sightings();
        SearchResult all = Search.run(compiled.system(), bounded, watch, Optional.empty(), sightings, Onlooker.NOBODY);
        all.states().close();
        return all.ending() == Ending.COMPLETE
                ? compiled.coverage().map(probes -> probes.coverage(all, sightings))
                : Optional.empty();
    }
}
