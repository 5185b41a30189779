package dev.baton.checker.tla.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * Terms laid out within a width: on one line where they fit, else broken at their outermost operator in Lamport's style
 * (lists of conjuncts and disjuncts with a bullet each, which is also where TLA+ reads indentation).
 */
public final class Layout {
    private Layout() {}

    /** The lines of a term, the first at column 0; longer than {@code width} only where a word is. */
    public static List<String> lines(Term term, int width) {
        String flat = Flat.of(term);
        return flat.length() <= width ? List.of(flat) : broken(term, width);
    }

    /** As {@link #lines}, but a conjunction or disjunction has a line for each part even where it would fit on one. */
    public static List<String> bullets(Term term, int width) {
        return term instanceof Term.Junction junction ? junction(junction, width) : lines(term, width);
    }

    private static List<String> broken(Term term, int width) {
        return switch (term) {
            case Term.Word t -> List.of(t.text());
            case Term.Call t -> listing(t.operator() + "(", t.arguments(), ")", width);
            case Term.Binary t -> binary(t, width);
            case Term.Unary t -> {
                String symbol = t.operator().symbol();
                yield hang(symbol, enclosed(t.operand(), Flat.operandNeeds(t), width - symbol.length()));
            }
            case Term.Primed t -> append(lines(t.variable(), width - 1), "'");
            case Term.Junction t -> junction(t, width);
            case Term.At t ->
                append(enclosed(t.function(), !Flat.closed(t.function()), width), "[" + Flat.of(t.argument()) + "]");
            case Term.Dot t -> append(enclosed(t.record(), !Flat.closed(t.record()), width), "." + t.field());
            case Term.Listing t ->
                t.items().isEmpty() ? List.of(t.open() + t.close()) : listing(t.open(), t.items(), t.close(), width);
            case Term.Labelled t -> {
                String label = t.label() + t.sign();
                yield hang(label, lines(t.value(), width - label.length()));
            }
            case Term.Mapping t -> mapping(t, width);
            case Term.Except t -> except(t, width);
            case Term.Quantified t -> quantified(t, width);
            case Term.If t -> choice(t, width);
            case Term.Let t -> let(t, width);
            case Term.Stuttering t -> {
                List<String> action =
                        lines(t.action(), width - 5 - t.subscript().length());
                boolean mapping = Flat.looksLikeMapping(action.getFirst());
                yield append(hang(mapping ? "[(" : "[", action), (mapping ? ")]_" : "]_") + t.subscript());
            }
        };
    }

    private static List<String> junction(Term.Junction t, int width) {
        List<String> lines = new ArrayList<>();
        for (Term part : t.parts()) {
            lines.addAll(hang(t.symbol() + " ", lines(part, width - 3)));
        }
        return lines;
    }

    private static List<String> binary(Term.Binary t, int width) {
        String symbol = t.operator().spaced();
        String left = Flat.left(t) + symbol;
        if (t.operator().leftAssociative()) {
            return chain(t, width);
        }
        if (left.length() <= width / 2) {
            return hang(left, right(t, width - left.length()));
        }
        boolean parentheses = Flat.leftNeeds(t) || t.left() instanceof Term.Junction;
        List<String> lines = new ArrayList<>(append(enclosed(t.left(), parentheses, width), symbol.stripTrailing()));
        lines.addAll(hang("  ", right(t, width - 2)));
        return lines;
    }

    private static List<String> right(Term.Binary t, int width) {
        return enclosed(t.right(), Flat.rightNeeds(t) || t.right() instanceof Term.Junction, width);
    }

    /** An operand a line: {@code a + b + c}. */
    private static List<String> chain(Term.Binary t, int width) {
        String symbol = t.operator().spaced().stripTrailing();
        boolean longer = t.left() instanceof Term.Binary left && left.operator() == t.operator();
        List<String> before = longer
                ? chain((Term.Binary) t.left(), width)
                : enclosed(t.left(), Flat.leftNeeds(t), width - symbol.length());
        List<String> lines = new ArrayList<>(append(before, symbol));
        lines.addAll(right(t, width));
        return lines;
    }

    private static List<String> listing(String open, List<? extends Term> items, String close, int width) {
        if (items.stream().allMatch(Term.Word.class::isInstance)) {
            return filled(open, items, close, width);
        }
        List<String> lines = new ArrayList<>();
        String indent = " ".repeat(open.length());
        for (int i = 0; i < items.size(); i++) {
            boolean last = i == items.size() - 1;
            String end = last ? close : ",";
            List<String> item = append(lines(items.get(i), width - open.length() - end.length()), end);
            lines.addAll(hang(i == 0 ? open : indent, item));
        }
        return lines;
    }

    /** As many words on a line as fit. */
    private static List<String> filled(String open, List<? extends Term> words, String close, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String word = Flat.of(words.get(i)) + (i == words.size() - 1 ? close : ",");
            if (!line.isEmpty() && line.length() + 1 + word.length() > width - open.length()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return hang(open, lines);
    }

    private static List<String> mapping(Term.Mapping t, int width) {
        List<String> lines = new ArrayList<>(hang(
                t.open(),
                append(lines(t.left(), width - 1 - t.sign().length()), t.sign().stripTrailing())));
        lines.addAll(append(hang("    ", lines(t.right(), width - 5)), t.close()));
        return lines;
    }

    private static List<String> except(Term.Except t, int width) {
        String head = "[" + Flat.of(t.base()) + " EXCEPT ";
        boolean hung = head.length() <= width / 2;
        List<String> lines = new ArrayList<>();
        if (!hung) {
            lines.addAll(hang("[", append(lines(t.base(), width - 8), " EXCEPT")));
        }
        String indent = hung ? " ".repeat(head.length()) : "    ";
        for (int i = 0; i < t.changes().size(); i++) {
            Term.Change change = t.changes().get(i);
            String path = Flat.of(change.path()) + " = ";
            List<String> value = lines(change.value(), width - indent.length() - path.length() - 1);
            List<String> item = append(hang(path, value), i == t.changes().size() - 1 ? "]" : ",");
            lines.addAll(hang(i == 0 && hung ? head : indent, item));
        }
        return lines;
    }

    private static List<String> quantified(Term.Quantified t, int width) {
        List<String> bounds = t.bounds().stream().map(Flat::of).toList();
        String head = t.symbol() + " " + String.join(", ", bounds) + " :";
        List<String> lines = new ArrayList<>();
        lines.add(head);
        lines.addAll(hang("    ", lines(t.body(), width - 4)));
        return lines;
    }

    private static List<String> choice(Term.If t, int width) {
        List<String> lines = new ArrayList<>();
        String head = "IF " + Flat.of(t.condition()) + " THEN " + Flat.of(t.then());
        if (head.length() <= width) {
            lines.add(head);
        } else {
            lines.addAll(hang("IF ", lines(t.condition(), width - 3)));
            lines.addAll(hang("THEN ", lines(t.then(), width - 5)));
        }
        if (t.otherwise() instanceof Term.If next) {
            List<String> rest = broken(next, width - 5);
            lines.add("ELSE " + rest.getFirst());
            boolean chained = rest.size() > 1 && rest.get(1).startsWith("ELSE");
            lines.addAll(chained ? rest.subList(1, rest.size()) : hang("     ", rest.subList(1, rest.size())));
        } else {
            lines.addAll(hang("ELSE ", lines(t.otherwise(), width - 5)));
        }
        return lines;
    }

    private static List<String> let(Term.Let t, int width) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < t.definitions().size(); i++) {
            Term.Local local = t.definitions().get(i);
            String head = (i == 0 ? "LET " : "    ") + local.name() + " == ";
            lines.addAll(hang(head, lines(local.value(), width - head.length())));
        }
        lines.addAll(hang("IN  ", bullets(t.body(), width - 4)));
        return lines;
    }

    private static List<String> enclosed(Term term, boolean parentheses, int width) {
        return parentheses ? append(hang("(", lines(term, width - 2)), ")") : lines(term, width);
    }

    /** The lines with a text before the first and as many spaces before the others. */
    public static List<String> hang(String first, List<String> lines) {
        List<String> result = new ArrayList<>();
        String indent = " ".repeat(first.length());
        for (String line : lines) {
            result.add((result.isEmpty() ? first : indent) + line);
        }
        return result;
    }

    private static List<String> append(List<String> lines, String end) {
        List<String> result = new ArrayList<>(lines);
        result.set(result.size() - 1, result.getLast() + end);
        return result;
    }
}
