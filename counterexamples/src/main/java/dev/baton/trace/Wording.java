package dev.baton.trace;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.ExprPrinter;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Expressions in the designer's words: as they stand in the text, and where lowering made them, as the question that
 * they answer ({@code at(run, Critical)}, {@code pending(bell)}) rather than as variables that no text declares.
 */
final class Wording {
    private Wording() {}

    /** One line. */
    static String of(Expr expr) {
        return quoted(expr).or(() -> asked(expr)).orElseGet(() -> ExprPrinter.print(expr));
    }

    /** The designer's own text, if it is there and without comments. */
    static Optional<String> quoted(Expr expr) {
        Span span = expr.span();
        if (!span.known() || span.text().contains("//") || span.text().contains("/*")) {
            return Optional.empty();
        }
        String text = span.text().strip().replaceAll("\\s+", " ");
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The question that an expression over variables of lowering answers, if it is one. */
    static Optional<String> asked(Expr expr) {
        if (!(expr instanceof Expr.Apply e)) {
            return entry(expr).filter(Wording::isPending).map(Entry::name);
        }
        return switch (e.op()) {
            case NOT -> asked(e.arg(0)).map(t -> "not " + t);
            case EQ -> compared(e.arg(0), e.arg(1), "");
            case NE -> compared(e.arg(0), e.arg(1), "not ");
            case AT -> entry(e).filter(Wording::isPending).map(Entry::name);
            case LT -> queue(e.arg(0)).map(q -> q + " has room");
            case GT -> queue(e.arg(0)).map(q -> q + " is not empty");
            case AND,
                    OR,
                    IMPLIES,
                    LE,
                    GE,
                    SIZE,
                    ADD,
                    SUB,
                    MUL,
                    DIV,
                    MOD,
                    NEG,
                    PUT,
                    SET,
                    RANGE,
                    IN,
                    SUBSET,
                    UNION,
                    INTERSECT,
                    MINUS,
                    SEQ,
                    SEQ_AT,
                    SEQ_PUT,
                    FIRST,
                    LAST,
                    APPEND,
                    DROP,
                    REMOVE_AT,
                    INSERT_AT,
                    SOME,
                    UNWRAP,
                    IS_SOME,
                    IS_NONE,
                    BAG_ADD,
                    BAG_REMOVE,
                    BAG_COUNT,
                    BAG_MEMBERS,
                    ORD,
                    MEMBER -> Optional.empty();
        };
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
            case CONTROL -> Optional.of(not + control(e.owner(".at"), value));
            case LIFE -> Optional.of(not + e.owner(".life") + " is " + value);
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
        String owner(String end) {
            String name = variable.name();
            String bare = name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
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
