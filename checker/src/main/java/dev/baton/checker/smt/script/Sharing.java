package dev.baton.checker.smt.script;

import dev.baton.checker.smt.term.Term;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which terms get a name of their own, so that the text of formulas is no longer than they have terms: what is used
 * twice and is more than a comparison, and what would be nested too deeply.
 *
 * <p>A term belongs to the function in whose text alone it occurs; what several use is a function itself.
 */
final class Sharing {
    /** A term of so few parts is written out wherever it is used. */
    private static final int SMALL = 4;

    /** Terms nested deeper are cut, for readers and for parsers that call themselves. */
    private static final int DEEPEST = 12;

    private final Set<Term> functions = new HashSet<>();
    private final Map<Term, Integer> uses = new HashMap<>();
    private final Map<Term, Integer> sizes = new HashMap<>();
    private final Map<Term, Integer> heights = new HashMap<>();
    private final Set<Term> named = new HashSet<>();

    /** @param roots what is defined under a name anyway */
    Sharing(List<Term> roots) {
        Set<Term> defined = new HashSet<>(roots);
        List<Term> all = below(roots);
        for (Term term : all) {
            term.args().forEach(arg -> uses.merge(arg, 1, Integer::sum));
        }
        for (Term term : all) {
            measure(term, defined.contains(term));
        }
        defined.stream().filter(named::contains).forEach(functions::add);
        Map<Term, Term> owners = new HashMap<>();
        defined.forEach(root -> owners.put(root, root));
        Set<Term> everywhere = new HashSet<>();
        for (Term term : all.reversed()) {
            Term owner = functions.contains(term) ? term : owners.getOrDefault(term, term);
            boolean repeated = !functions.contains(term) && everywhere.contains(term);
            for (Term arg : term.args()) {
                Term other = owners.putIfAbsent(arg, owner);
                if (repeated || (other != null && other != owner)) {
                    (named.contains(arg) ? functions : everywhere).add(arg);
                }
            }
        }
    }

    /** All that roots are made of, each before its users. */
    private static List<Term> below(List<Term> roots) {
        Set<Term> seen = new HashSet<>(roots);
        Deque<Term> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Term arg : open.remove().args()) {
                if (seen.add(arg)) {
                    open.add(arg);
                }
            }
        }
        return seen.stream().sorted(Comparator.comparingInt(Term::id)).toList();
    }

    private void measure(Term term, boolean root) {
        int size = 1;
        int height = 0;
        for (Term arg : term.args()) {
            size += named.contains(arg) ? 1 : sizes.getOrDefault(arg, 1);
            height = Math.max(height, 1 + (named.contains(arg) ? 0 : heights.getOrDefault(arg, 0)));
        }
        sizes.put(term, size);
        heights.put(term, height);
        if (size > SMALL && (root || uses.getOrDefault(term, 0) > 1 || height > DEEPEST)) {
            named.add(term);
        }
    }

    /** Whether a term is referred to by a name. */
    boolean isNamed(Term term) {
        return named.contains(term);
    }

    /** Whether a term is a function, and not known in one other function alone. */
    boolean isFunction(Term term) {
        return functions.contains(term);
    }
}
