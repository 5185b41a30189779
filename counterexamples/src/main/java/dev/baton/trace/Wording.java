package dev.baton.trace;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.ExprPrinter;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Expressions in the designer's words: as they stand in the text, and where lowering made them, as the question that
 * they answer ({@code at(run, Critical)}, {@code pending(bell)}) rather than as variables that no text declares.
 */
final class Wording {
    private Wording() {}

    /** One line. */
    static String of(Expr expr) {
        return quoted(expr).or(() -> asked(expr)).or(() -> conjunction(expr)).orElseGet(() -> ExprPrinter.print(expr));
    }

    /** The designer's own text, if it is there and without comments. */
    static Optional<String> quoted(Expr expr) {
        Span span = expr.span();
        if (!span.known() || span.text().contains("//") || span.text().contains("/*")) {
            return Optional.empty();
        }
        String text = span.text().strip().replaceAll("\\s+", " ");
        String prime = primed(expr) && !text.endsWith("'") ? "'" : "";
        return text.isEmpty() ? Optional.empty() : Optional.of(text + prime);
    }

    private static boolean primed(Expr expr) {
        return (expr instanceof Expr.Read read && read.primed())
                || (expr instanceof Expr.Apply at && at.op() == Op.AT && primed(at.arg(0)));
    }

    /** A bound name as the designer wrote it: the front end gives names that are used twice a number. */
    static String binder(Expr.Quantified quantified) {
        String name = quantified.binder().name();
        String plain = name.replaceAll("_[0-9]+$", "");
        boolean renamed = quoted(quantified)
                .filter(text -> !text.contains(name) && text.contains(plain))
                .isPresent();
        return renamed ? plain : name;
    }

    private static Optional<String> conjunction(Expr expr) {
        List<Expr> parts = Explanation.parts(expr, Op.AND);
        return parts.size() < 2
                ? Optional.empty()
                : Optional.of(parts.stream().map(Wording::of).collect(Collectors.joining(" and ")));
    }

    /** The question that an expression over variables of lowering answers, if it is one. */
    static Optional<String> asked(Expr expr) {
        if (!(expr instanceof Expr.Apply e)) {
            return entry(expr).filter(Wording::isPending).map(Entry::name);
        }
        if (e.op() == Op.NOT) {
            return asked(e.arg(0)).map(text -> "not " + text);
        }
        if (e.op() == Op.EQ || e.op() == Op.NE) {
            return compared(e.arg(0), e.arg(1), e.op() == Op.EQ ? "" : "not ");
        }
        if (e.op() == Op.LT || e.op() == Op.GT) {
            return queue(e.arg(0)).map(q -> q + (e.op() == Op.LT ? " has room" : " is not empty"));
        }
        return e.op() == Op.AT ? entry(e).filter(Wording::isPending).map(Entry::name) : Optional.empty();
    }

    private static Optional<String> compared(Expr left, Expr right, String not) {
        if (!(right instanceof Expr.Literal literal)) {
            return Optional.empty();
        }
        String value = literal.value().toString();
        if (queue(left).isPresent() && value.equals("0")) {
            return queue(left).map(q -> not + q + " is empty");
        }
        return entry(left).flatMap(e -> switch (e.variable.role()) {
            case CONTROL -> Optional.of(not + control(e.owner(), value));
            case LIFE -> Optional.of(not + e.owner() + " is " + value);
            case PRIVATE, MEMORY, LOCAL, CHANNEL, PENDING, MASK, BUFFER, OWNER, BUDGET, HISTORY, ERROR ->
                Optional.empty();
        });
    }

    /** The channel or store buffer whose length an expression is. */
    private static Optional<String> queue(Expr expr) {
        if (!(expr instanceof Expr.Apply size) || size.op() != Op.SIZE) {
            return Optional.empty();
        }
        return entry(size.arg(0))
                .filter(e -> switch (e.variable.role()) {
                    case CHANNEL, BUFFER -> true;
                    case PRIVATE, MEMORY, LOCAL, CONTROL, PENDING, MASK, LIFE, OWNER, BUDGET, HISTORY, ERROR -> false;
                })
                .map(Entry::name);
    }

    private static String control(String task, String label) {
        return switch (label) {
            case "done" -> "done(" + task + ")";
            case "idle" -> task + " is idle";
            default -> "at(" + task + ", " + label + ")";
        };
    }

    private static boolean isPending(Entry entry) {
        return entry.variable.role() == Variable.Role.PENDING || entry.variable.role() == Variable.Role.MASK;
    }

    /** A variable, or an entry of it if it is a map. */
    private record Entry(Variable variable, List<Expr> keys) {

        String name() {
            List<String> words = keys.stream().map(Wording::of).toList();
            return switch (variable.role()) {
                case PENDING -> "pending(" + String.join(", ", prepend(variable.name(), words)) + ")";
                case BUFFER -> words.isEmpty() ? "store buffer" : "store buffer of " + words.getFirst();
                case PRIVATE, MEMORY, LOCAL, CONTROL, CHANNEL, MASK, LIFE, OWNER, BUDGET, HISTORY, ERROR ->
                    words.isEmpty() ? variable.name() : variable.name() + "[" + String.join("][", words) + "]";
            };
        }

        /** {@code p.run} for {@code Process.run.at[p]}, {@code Host.poll} for {@code Host.poll.at}. */
        String owner() {
            String bare = Names.owner(variable);
            if (keys.isEmpty()) {
                return bare;
            }
            int dot = bare.indexOf('.');
            return Wording.of(keys.getFirst()) + (dot < 0 ? "" : bare.substring(dot));
        }

        private static List<String> prepend(String first, List<String> others) {
            List<String> all = new ArrayList<>();
            all.add(first);
            all.addAll(others);
            return all;
        }
    }

    private static Optional<Entry> entry(Expr expr) {
        if (expr instanceof Expr.Read read) {
            return Optional.of(new Entry(read.variable(), List.of()));
        }
        if (expr instanceof Expr.Apply at && at.op() == Op.AT) {
            return entry(at.arg(0)).map(e -> {
                List<Expr> keys = new ArrayList<>(e.keys);
                keys.add(at.arg(1));
                return new Entry(e.variable, keys);
            });
        }
        return Optional.empty();
    }
}
