package dev.baton.cli.report;

import dev.baton.checker.walk.WalkResult;
import dev.baton.cli.check.WalkedCheck;
import dev.baton.cli.check.WalkedProperty;
import dev.baton.cli.report.Table.Cell;
import dev.baton.trace.ActionWords;
import dev.baton.trace.Ink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Random walks as tables: what they showed of each property, and how often they took each action. */
public final class SimulationTable {
    private static final int WIDEST_WHAT = 60;

    private SimulationTable() {}

    /** A row for each check and property. */
    public static List<String> properties(List<WalkedCheck> checks, Labels labels, Ink ink) {
        Table table = new Table(List.of(false, false, false, false, false, true, true, true));
        table.row(head(ink, "check", "property", "shown", "seen", "engine", "steps", "walks", "time"));
        for (WalkedCheck walked : checks) {
            boolean first = true;
            for (WalkedProperty property : walked.properties()) {
                table.row(List.of(
                        Cell.of(labels.of(walked.check())),
                        Cell.of(property.outcome().name()),
                        new Cell(property.said(), ink(property, ink)),
                        Cell.of(property.sighting()
                                .map(s -> "walk " + count(s.walk() + 1) + ", step " + count(s.step()))
                                .orElse("")),
                        Cell.of(walked.outcome().engine()),
                        Cell.of(first ? count(walked.result().steps()) : ""),
                        Cell.of(first ? count(walked.result().walks()) : ""),
                        Cell.of(first ? ResultTable.seconds(walked.outcome().seconds()) : "")));
                first = false;
            }
        }
        return table.lines();
    }

    /** A row for each action, as traces call it, with a heading; those never taken stand out. */
    public static List<String> actions(WalkedCheck walked, Labels labels, Ink ink) {
        Map<ActionWords, Long> taken = new LinkedHashMap<>();
        for (WalkResult.Taken action : walked.result().taken()) {
            taken.merge(ActionWords.of(walked.check().system(), action.action()), action.times(), Long::sum);
        }
        Table table = new Table(List.of(false, false, false, true));
        table.row(head(ink, "action", "", "", "taken"));
        taken.forEach((action, times) -> table.row(List.of(
                Cell.of(action.who()),
                Cell.of(shortened(action.what())),
                new Cell(action.where(), ink::dim),
                times == 0 ? new Cell("never", ink::yellow) : Cell.of(count(times)))));
        List<String> lines = new ArrayList<>();
        lines.add(ink.bold("Steps of " + labels.of(walked.check())));
        lines.addAll(table.lines());
        return lines;
    }

    private static List<Cell> head(Ink ink, String... titles) {
        return List.of(titles).stream().map(t -> new Cell(t, ink::bold)).toList();
    }

    private static UnaryOperator<String> ink(WalkedProperty property, Ink ink) {
        if (property.unexpected()) {
            return t -> ink.bold(ink.red(t));
        }
        return property.outcome().decided() ? ink::green : UnaryOperator.identity();
    }

    private static String shortened(String what) {
        return what.length() <= WIDEST_WHAT ? what : what.substring(0, WIDEST_WHAT - 1) + "…";
    }

    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
