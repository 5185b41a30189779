package dev.baton.checker.explicit;

import dev.baton.checker.Reduction;
import dev.baton.checker.Reduction.Kind;
import dev.baton.checker.explicit.program.Program;
import dev.baton.checker.explicit.search.Ending;
import dev.baton.checker.explicit.search.SearchResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What became of each reduction, told to people. */
final class AppliedReductions {
    private AppliedReductions() {}

    static List<Reduction> of(Compiled compiled, SearchResult found) {
        Program program = compiled.program();
        List<Reduction> reductions = new ArrayList<>();
        if (!program.symmetries().isEmpty()) {
            List<String> types =
                    program.symmetries().stream().map(s -> s.type().name()).toList();
            OptionalDouble factor = found.ending() == Ending.COMPLETE
                    ? OptionalDouble.of(found.standFor() / (double) found.distinct())
                    : OptionalDouble.empty();
            reductions.add(applied(Kind.SYMMETRY, "of " + String.join(", ", types), factor));
        }
        if (!program.persistent().isEmpty()) {
            double percent = 100.0 * found.partly() / found.distinct();
            String what = String.format(Locale.ROOT, "in %.3g%% of states", percent);
            reductions.add(applied(Kind.PARTIAL_ORDER, what, OptionalDouble.empty()));
        }
        if (!program.reset().isEmpty()) {
            String what = "in " + String.join(", ", program.reset());
            reductions.add(applied(Kind.DEAD_VARIABLES, what, OptionalDouble.empty()));
        }
        reductions.addAll(compiled.refused());
        return reductions;
    }

    private static Reduction applied(Kind kind, String what, OptionalDouble factor) {
        return new Reduction(kind, what, factor, Optional.empty());
    }
}
