package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Layout;
import dev.baton.checker.tla.syntax.Term;
import dev.baton.checker.tla.syntax.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A definition of the module.
 *
 * @param comment lines that stand above it, without comment marks
 * @param listed whether a conjunction or disjunction has a line for each part even where it would fit on one
 */
record Operator(String name, List<String> parameters, Term body, List<String> comment, boolean listed) {
    private static final int WIDTH = 100;
    private static final String INDENT = "    ";

    Operator {
        parameters = List.copyOf(parameters);
        comment = List.copyOf(comment);
    }

    static Operator plain(String name, Term body) {
        return new Operator(name, List.of(), body, List.of(), false);
    }

    static Operator listed(String name, Term body) {
        return new Operator(name, List.of(), body, List.of(), true);
    }

    /** A use of it. */
    Term use(List<Term> arguments) {
        return Terms.call(name, arguments);
    }

    Set<String> words() {
        return Words.of(body);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        comment.forEach(line -> lines.add(("\\* " + line).stripTrailing()));
        String head = name + (parameters.isEmpty() ? "" : "(" + String.join(", ", parameters) + ")") + " ==";
        List<String> block =
                listed ? Layout.bullets(body, WIDTH - INDENT.length()) : Layout.lines(body, WIDTH - INDENT.length());
        if (block.size() == 1 && head.length() + 1 + block.getFirst().length() <= WIDTH) {
            lines.add(head + " " + block.getFirst());
        } else {
            lines.add(head);
            block.forEach(line -> lines.add(INDENT + line));
        }
        return lines;
    }
}
