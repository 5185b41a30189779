package dev.baton.trace;

import dev.baton.model.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a property and what it is worth, with the parts that make it so.
 *
 * @param text the part, as the designer wrote it
 * @param value its value; empty where the text says it all
 * @param span where it stands in the text; unknown of what Baton made
 */
public record Reason(String text, String value, List<Reason> because, Span span) {

    public Reason {
        because = List.copyOf(because);
    }

    /** Of which nobody knows where it stands. */
    public Reason(String text, String value, List<Reason> because) {
        this(text, value, because, Span.NONE);
    }

    /** Without parts. */
    public static Reason leaf(String text, String value) {
        return new Reason(text, value, List.of());
    }

    /** That it is so in these states only. */
    Reason in(List<Moment> states) {
        String numbers = states.stream().map(m -> Integer.toString(m.state())).collect(Collectors.joining(", "));
        return new Reason(
                text, value + (states.size() == 1 ? " (in state " : " (in states ") + numbers + ")", because, span);
    }

    /** The tree, a line a node, values in one column. */
    public List<String> lines(int width) {
        List<Row> rows = new ArrayList<>();
        rows(this, "", "", rows);
        int values = rows.stream().mapToInt(r -> r.value.length()).max().orElse(0);
        int room = Math.max(30, width - Math.min(values, width / 2) - 3);
        int column = Math.min(
                room, rows.stream().mapToInt(r -> r.left.length()).max().orElse(0));
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            String left = Page.cut(row.left, room);
            lines.add((left + " ".repeat(Math.max(0, column - left.length())) + "   " + row.value).stripTrailing());
        }
        return lines;
    }

    private record Row(String left, String value) {}

    private static void rows(Reason reason, String first, String others, List<Row> into) {
        into.add(new Row(first + reason.text, reason.value));
        for (int i = 0; i < reason.because.size(); i++) {
            boolean last = i == reason.because.size() - 1;
            rows(reason.because.get(i), others + (last ? "└─ " : "├─ "), others + (last ? "   " : "│  "), into);
        }
    }
}
