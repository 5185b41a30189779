package dev.baton.cli.report;

import dev.baton.checker.explicit.StateLayout;
import dev.baton.checker.explicit.search.VisitedSet;
import dev.baton.cli.report.Table.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A layout of states as a table of variables and a few sentences. */
public final class LayoutText {
    private LayoutText() {}

    public static List<String> lines(String label, StateLayout layout) {
        List<String> lines = new ArrayList<>();
        lines.add(label + ": " + count(layout.bits(), "bit") + " a state, in " + count(layout.words(), "word")
                + " of 64");
        lines.add("");
        Table table = new Table(List.of(false, false, true, false));
        table.row(cells("variable", "type", "bits", "where"));
        for (StateLayout.Placed placed : layout.variables()) {
            table.row(cells(
                    placed.variable().name(),
                    placed.variable().type().toString(),
                    Integer.toString(placed.bits()),
                    placed.places().isEmpty() ? "nowhere: " + placed.why() : where(placed.places())));
        }
        table.lines().forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.add("Visited set: " + visited(layout.visited(), layout.words()));
        return List.copyOf(lines);
    }

    private static List<Cell> cells(String... texts) {
        return List.of(texts).stream().map(Cell::of).toList();
    }

    private static String where(List<StateLayout.Place> places) {
        return places.stream()
                .map(p -> p.bits() == 1
                        ? "word " + p.word() + " bit " + p.offset()
                        : "word " + p.word() + " bits " + p.offset() + " to " + (p.offset() + p.bits() - 1))
                .collect(Collectors.joining(", "));
    }

    private static String visited(VisitedSet set, int words) {
        String slots = "slots of " + count(set.slotBytes(), "byte") + ", " + percent(VisitedSet.LOWEST_LOAD) + " to "
                + percent(VisitedSet.HIGHEST_LOAD) + " of them in use";
        double least = set.slotBytes() / VisitedSet.HIGHEST_LOAD + set.logBytes();
        double most = set.slotBytes() / VisitedSet.LOWEST_LOAD + set.logBytes();
        String all = String.format(Locale.ROOT, "%.0f to %.0f bytes a state", least, most);
        return switch (set.keeps()) {
            case WORD ->
                "exact; the word of each state is in a table (" + slots + ") and in a log (8 bytes a state): " + all
                        + ".";
            case STATE ->
                "exact; a table (" + slots + ") leads to a log of the states (" + set.logBytes() + " bytes a state): "
                        + all + ".";
            case FINGERPRINT ->
                "fingerprints of 64 bits in a table (" + slots + ") and how each state was reached (8 bytes a state): "
                        + all + "; the states of two levels as well, " + 8 * words
                        + " bytes each. `--exact` keeps all of every state.";
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    private static String count(int n, String unit) {
        return n + " " + unit + (n == 1 ? "" : "s");
    }
}
