package dev.baton.checker.explicit;

import dev.baton.checker.Watch;
import dev.baton.checker.explicit.search.CompiledSystem;
import dev.baton.checker.explicit.search.Search;
import dev.baton.checker.explicit.search.SearchOptions;
import dev.baton.checker.explicit.search.SearchResult;
import dev.baton.checker.explicit.search.StatePath;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A search whose paths are short also where only some of the possible steps were taken: what was found is looked for
 * once more, with all steps, no deeper than it was found, and among a bounded number of states.
 */
final class Shortest {
    /** How many times more states than the first search the second may look at, and how many it always may. */
    private static final int MORE = 20;

    private static final long ALWAYS = 1_000_000;

    private Shortest() {}

    /** How many states a search may look at that does once more what another found with fewer states. */
    static long bound(long distinct) {
        return Math.max(ALWAYS, MORE * distinct);
    }

    /** The same with shorter paths where there are some. */
    static SearchResult of(SearchResult found, CompiledSystem system, SearchOptions options, Watch watch) {
        int longest = longest(found);
        if (!options.partialOrder() || longest <= 1) {
            return found;
        }
        SearchOptions again = options.withPartialOrder(false)
                .withMostLevels(Math.min(longest, options.mostLevels()))
                .withMostStates(bound(found.distinct()));
        SearchResult shorter = Search.run(system, again, watch);
        shorter.states().close();
        return new SearchResult(
                found.ending(),
                found.distinct(),
                found.generated(),
                found.depth(),
                shorter(found.decided(), shorter.decided()),
                shorter(found.refuted(), shorter.refuted()),
                Stream.concat(shorter.deadlock().stream(), found.deadlock().stream())
                        .reduce(Shortest::shorter),
                found.taken(),
                found.standFor(),
                found.partly(),
                Math.max(found.peakBytes(), shorter.peakBytes()),
                found.collisionProbability(),
                found.states(),
                found.expanded());
    }

    private static int longest(SearchResult found) {
        return Stream.of(
                        found.decided().values().stream(), found.refuted().values().stream(), found.deadlock().stream())
                .flatMap(paths -> paths)
                .mapToInt(StatePath::length)
                .max()
                .orElse(0);
    }

    private static SortedMap<Integer, StatePath> shorter(
            SortedMap<Integer, StatePath> paths, SortedMap<Integer, StatePath> others) {
        SortedMap<Integer, StatePath> all = new TreeMap<>(paths);
        paths.keySet()
                .forEach(property -> Optional.ofNullable(others.get(property))
                        .ifPresent(other -> all.merge(property, other, Shortest::shorter)));
        return all;
    }

    private static StatePath shorter(StatePath a, StatePath b) {
        return b.length() < a.length() ? b : a;
    }
}
