package dev.baton.dsl.parse;

import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;

/** What the passes of one reading have to say so far. */
final class Problems {
    /** How many are shown of one file. */
    static final int SHOWN = 20;

    /** How many are kept, to be put in order before {@link #SHOWN} of them are shown. */
    private static final int KEPT = 1000;

    private final SourceFile source;
    private final List<Diagnostic> found = new ArrayList<>();

    Problems(SourceFile source) {
        this.source = source;
    }

    void add(Diagnostic diagnostic) {
        if (found.size() < KEPT) {
            found.add(diagnostic);
        }
    }

    /** Adds those of another pass, where this one has nothing to say of the same place. */
    void addAll(Problems others) {
        Set<Integer> starts = found.stream().map(d -> d.span().start()).collect(Collectors.toSet());
        others.found.stream().filter(d -> !starts.contains(d.span().start())).forEach(found::add);
    }

    /** Forgets what stands at or behind an offset: it only follows from what is wrong there. */
    void dropFrom(int offset) {
        found.removeIf(diagnostic -> diagnostic.span().start() >= offset);
    }

    boolean none() {
        return found.isEmpty();
    }

    Span at(Token token) {
        return at(token, token);
    }

    Span at(Token first, Token last) {
        int size = source.text().length();
        int start = Math.clamp(first.getStartIndex(), 0, size);
        return new Span(source, start, Math.clamp(last.getStopIndex() + 1, start, size));
    }

    Span at(int start, int end) {
        return new Span(source, start, end);
    }

    /** In the order of the text; at most {@link #SHOWN}, with a last one that says so if there are more. */
    List<Diagnostic> all() {
        List<Diagnostic> sorted = found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(diagnostic -> diagnostic.span().start()))
                .toList();
        if (sorted.size() <= SHOWN) {
            return sorted;
        }
        List<Diagnostic> shown = new ArrayList<>(sorted.subList(0, SHOWN));
        shown.add(Diagnostic.of(Code.B0118, sorted.get(SHOWN).span(), Integer.toString(SHOWN)));
        return List.copyOf(shown);
    }
}
