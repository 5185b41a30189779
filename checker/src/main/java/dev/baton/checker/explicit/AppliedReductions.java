package dev.baton.checker.explicit;

import dev.baton.checker.Factor;
import dev.baton.checker.Reduction;
import dev.baton.checker.Reduction.Kind;
import dev.baton.checker.explicit.program.Program;
import dev.baton.checker.explicit.search.Ending;
import dev.baton.checker.explicit.search.SearchResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of each reduction, told to people. */
final class AppliedReductions {
    private AppliedReductions() {}

    /** @param count of the states without partial order and dead variables */
    static List<Reduction> of(Compiled compiled, SearchResult found, StateCount count) {
        Program program = compiled.program();
        List<Reduction> reductions = new ArrayList<>();
        if (!program.symmetries().isEmpty()) {
            List<String> types =
                    program.symmetries().stream().map(s -> s.type().name()).toList();
            reductions.add(
                    Reduction.applied(Kind.SYMMETRY, "of " + String.join(", ", types), ofSymmetry(found, count)));
        }
        List<Kind> together = new ArrayList<>();
        if (!program.persistent().isEmpty()) {
            together.add(Kind.PARTIAL_ORDER);
        }
        if (compiled.resets()) {
            together.add(Kind.DEAD_VARIABLES);
        }
        Factor factor = ofOthers(together, found, count);
        if (!program.persistent().isEmpty()) {
            double percent = 100.0 * found.partly() / found.distinct();
            String what = String.format(Locale.ROOT, "in %.3g%% of states", percent);
            reductions.add(Reduction.applied(Kind.PARTIAL_ORDER, what, factor));
        }
        if (compiled.resets()) {
            String what = "in " + String.join(", ", program.reset());
            reductions.add(Reduction.applied(Kind.DEAD_VARIABLES, what, factor));
        }
        reductions.addAll(compiled.refused());
        return reductions;
    }

    /** Of the graph that symmetry alone leaves, if its states were counted, else of what was visited. */
    private static Factor ofSymmetry(SearchResult found, StateCount count) {
        List<Kind> symmetry = List.of(Kind.SYMMETRY);
        return switch (count) {
            case StateCount.All all -> new Factor.Exact(symmetry, all.standFor() / (double) all.distinct());
            case StateCount.AtLeast _ -> exact(symmetry, found);
            case StateCount.None none ->
                found.ending() == Ending.COMPLETE
                        ? exact(symmetry, found)
                        : new Factor.NotCounted(symmetry, none.reason());
        };
    }

    private static Factor exact(List<Kind> symmetry, SearchResult found) {
        return new Factor.Exact(symmetry, found.standFor() / (double) found.distinct());
    }

    private static Factor ofOthers(List<Kind> together, SearchResult found, StateCount count) {
        double visited = found.distinct();
        return switch (count) {
            case StateCount.All all -> new Factor.Exact(together, all.distinct() / visited);
            case StateCount.AtLeast least -> new Factor.AtLeast(together, least.distinct() / visited);
            case StateCount.None none -> new Factor.NotCounted(together, none.reason());
        };
    }
}
