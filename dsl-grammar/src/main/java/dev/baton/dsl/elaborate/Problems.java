package dev.baton.dsl.elaborate;

import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.Severity;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the passes of one run have to say; what is said twice of one place (of a {@code proc}, say) is kept once. */
final class Problems {
    /** How many are shown. */
    static final int SHOWN = 20;

    private final Set<Diagnostic> found = new LinkedHashSet<>();

    void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    void say(Code code, Span span, String... arguments) {
        add(Diagnostic.of(code, span, arguments));
    }

    void help(Code code, Span span, String help, String... arguments) {
        add(Diagnostic.of(code, span, arguments).withHelp(help));
    }

    /** How much there is to say so far. */
    int count() {
        return found.size();
    }

    /** Whether there was an error. */
    boolean failed() {
        return found.stream().anyMatch(d -> d.code().severity() == Severity.ERROR);
    }

    /**
     * In the order of the text, the main file's first, then those of the others by name; at most {@link #SHOWN} if some
     * are errors, with a last one that says so if there are more.
     */
    List<Diagnostic> sorted(SourceFile main) {
        List<Diagnostic> all = new ArrayList<>(found);
        all.sort(Comparator.comparing((Diagnostic d) -> !d.span().file().equals(main))
                .thenComparing(d -> d.span().file().name())
                .thenComparingInt(d -> d.span().start())
                .thenComparing(Diagnostic::code));
        if (all.size() <= SHOWN || !failed()) {
            return List.copyOf(all);
        }
        List<Diagnostic> shown = new ArrayList<>(all.subList(0, SHOWN));
        shown.add(Diagnostic.of(Code.B0118, all.get(SHOWN).span(), Integer.toString(SHOWN)));
        return List.copyOf(shown);
    }
}
