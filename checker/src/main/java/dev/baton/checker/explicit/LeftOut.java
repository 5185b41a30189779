package dev.baton.checker.explicit;

import dev.baton.checker.Watch;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.checker.explicit.search.Ending;
import dev.baton.checker.explicit.search.Onlooker;
import dev.baton.checker.explicit.search.Probes;
import dev.baton.checker.explicit.search.Search;
import dev.baton.checker.explicit.search.SearchOptions;
import dev.baton.checker.explicit.search.SearchResult;
import dev.baton.checker.explicit.search.Sightings;
import dev.baton.model.coverage.Coverage;
import java.util.Optional;

/**
 * What a search left out. Exchanged members leave out nothing that another does not show, and how many states that is,
 * is known. But steps left out, and variables reset, may hide states and something that was written: if all was
 * visited, the search is made once more without those two, as far as that takes not too many states.
 *
 * @param coverage what is used of what was written; empty if it is not known
 * @param count the states of the search without; where nothing is hidden, those of the first
 */
record LeftOut(Optional<Coverage> coverage, StateCount count) {
    /** States that are counted at most, and however few were visited. */
    private static final long MOST = 200_000;

    private static final long ALWAYS = 20_000;

    /** How many times more states than were visited are counted, beyond those. */
    private static final int MORE = 64;

    private static final StateCount STOPPED = new StateCount.None("there was no time or memory for it");

    /** @param sightings what the search saw */
    static LeftOut of(Compiled compiled, SearchResult found, Sightings sightings, SearchOptions options, Watch watch) {
        if (found.ending() != Ending.COMPLETE) {
            return new LeftOut(Optional.empty(), new StateCount.None("not everything was visited"));
        }
        Optional<Coverage> coverage = compiled.coverage().map(probes -> probes.coverage(found, sightings));
        if (!compiled.hides()) {
            return new LeftOut(coverage, new StateCount.All(found.distinct(), found.standFor()));
        }
        boolean unseen =
                coverage.filter(c -> c.seen().size() < c.goals().size()).isPresent();
        return unseen
                ? again(compiled, found, compiled.sightings(), options, watch)
                : new LeftOut(coverage, counted(compiled, found, options, watch));
    }

    /** Looks for what was not seen, and counts by the way. */
    private static LeftOut again(
            Compiled compiled, SearchResult found, Sightings sightings, SearchOptions options, Watch watch) {
        try {
            SearchOptions bounded = options.withMostStates(Shortest.bound(found.distinct()));
            SearchResult all = searched(compiled, bounded, watch, sightings);
            Optional<Coverage> coverage = all.ending() == Ending.COMPLETE
                    ? compiled.coverage().map(probes -> probes.coverage(all, sightings))
                    : Optional.empty();
            return new LeftOut(coverage, count(found, all));
        } catch (TooLargeException e) {
            return new LeftOut(Optional.empty(), new StateCount.None(e.because()));
        }
    }

    private static StateCount counted(Compiled compiled, SearchResult found, SearchOptions options, Watch watch) {
        if (found.distinct() > MOST / 2) {
            return new StateCount.None("it takes too long where more than " + MOST / 2 + " states were visited");
        }
        try {
            SearchOptions bounded = options.withMostStates(bound(found.distinct()));
            Sightings nothing = new Sightings(Probes.NONE, compiled.system().words());
            return count(found, searched(compiled, bounded, watch, nothing));
        } catch (TooLargeException e) {
            return new StateCount.None(e.because());
        }
    }

    private static SearchResult searched(Compiled compiled, SearchOptions options, Watch watch, Sightings sightings) {
        SearchResult all = Search.run(
                compiled.hidingNothing(),
                options.withPartialOrder(false),
                watch,
                Optional.empty(),
                sightings,
                Onlooker.NOBODY);
        all.states().close();
        return all;
    }

    private static StateCount count(SearchResult found, SearchResult all) {
        if (all.ending() == Ending.COMPLETE) {
            return new StateCount.All(all.distinct(), all.standFor());
        }
        return all.distinct() > found.distinct() ? new StateCount.AtLeast(all.distinct()) : STOPPED;
    }

    /** How many states are counted, of so many visited. */
    private static long bound(long distinct) {
        return Math.min(MOST, Math.max(ALWAYS, MORE * distinct));
    }
}
