package dev.baton.cli.report;

import dev.baton.cli.check.CheckRun;
import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.PropertyOutcome;
import dev.baton.cli.report.Table.Cell;
import dev.baton.trace.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The table of a run: a row for each check, engine and property. What did not come out as expected stands out. */
public final class ResultTable {
    private ResultTable() {}

    public static List<String> lines(List<Outcome> outcomes, Labels labels, Ink ink) {
        boolean reduced = outcomes.stream().anyMatch(o -> o.result().reduced());
        Table table = new Table(
                reduced
                        ? List.of(false, false, false, false, false, true, true, true, false)
                        : List.of(false, false, false, false, false, true, true, true));
        List<Cell> head = new ArrayList<>(
                head(ink, "check", "property", "verdict", "guarantee", "engine", "distinct states", "depth", "time"));
        if (reduced) {
            head.addAll(head(ink, "reduced by"));
        }
        table.row(head);
        for (Outcome outcome : outcomes) {
            boolean first = true;
            for (PropertyOutcome property : outcome.properties()) {
                List<Cell> row = new ArrayList<>(List.of(
                        Cell.of(labels.of(outcome.check())),
                        Cell.of(property.name()),
                        new Cell(verdict(property), ink(property, ink)),
                        Cell.of(property.guarantee()),
                        Cell.of(outcome.engine()),
                        Cell.of(first ? states(outcome) : ""),
                        Cell.of(first ? depth(outcome) : ""),
                        Cell.of(first ? seconds(outcome.seconds()) : "")));
                if (reduced) {
                    row.add(Cell.of(first ? FactorText.of(outcome.result()) : ""));
                }
                table.row(row);
                first = false;
            }
        }
        return table.lines();
    }

    private static List<Cell> head(Ink ink, String... titles) {
        return List.of(titles).stream().map(t -> new Cell(t, ink::bold)).toList();
    }

    private static String verdict(PropertyOutcome property) {
        if (!property.decided()) {
            return property.guarantee().equals(CheckRun.INTERRUPTED) ? "unknown (interrupted)" : "unknown";
        }
        if (property.asExpected()) {
            return property.violated() ? "violated (as expected)" : "holds";
        }
        return property.violated() ? "VIOLATED" : "HOLDS (expected: violated)";
    }

    private static UnaryOperator<String> ink(PropertyOutcome property, Ink ink) {
        if (!property.decided()) {
            return ink::yellow;
        }
        return property.asExpected() ? ink::green : t -> ink.bold(ink.red(t));
    }

    /** Of an unfinished search: how many it had found, with a {@code >}. */
    private static String states(Outcome outcome) {
        if (outcome.result().distinct().isEmpty()) {
            return "-";
        }
        String count =
                String.format(Locale.ROOT, "%,d", outcome.result().distinct().getAsLong());
        return outcome.result().complete() ? count : "> " + count;
    }

    private static String depth(Outcome outcome) {
        return outcome.result().depth().isPresent()
                ? Integer.toString(outcome.result().depth().getAsInt())
                : "-";
    }

    static String seconds(double seconds) {
        return seconds < 60
                ? String.format(Locale.ROOT, "%.2f s", seconds)
                : String.format(Locale.ROOT, "%d min %d s", (long) seconds / 60, (long) seconds % 60);
    }
}
