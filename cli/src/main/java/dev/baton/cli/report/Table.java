package dev.baton.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rows of cells as aligned plain text. Widths are counted before the ink comes on. */
final class Table {
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Boolean> right;

    /** @param right which columns are aligned to the right */
    Table(List<Boolean> right) {
        this.right = List.copyOf(right);
    }

    record Cell(String text, UnaryOperator<String> ink) {
        static Cell of(String text) {
            return new Cell(text, UnaryOperator.identity());
        }
    }

    void row(List<Cell> cells) {
        rows.add(List.copyOf(cells));
    }

    List<String> lines() {
        List<Integer> widths = new ArrayList<>();
        for (int c = 0; c < right.size(); c++) {
            int column = c;
            widths.add(rows.stream()
                    .mapToInt(r -> r.get(column).text.length())
                    .max()
                    .orElse(0));
        }
        List<String> lines = new ArrayList<>();
        for (List<Cell> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.size(); c++) {
                Cell cell = row.get(c);
                String padding = " ".repeat(widths.get(c) - cell.text.length());
                line.append(c == 0 ? "" : "  ");
                line.append(right.get(c) ? padding + cell.ink.apply(cell.text) : cell.ink.apply(cell.text) + padding);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
