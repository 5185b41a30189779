package dev.baton.trace.format;

import dev.baton.trace.StepAccount;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything of a space-time diagram is, in pixels: a column for each lane, a row for each step. Text is set in a
 * fixed pitch, so that its width is known without a font.
 */
final class SvgLayout {
    static final double CHAR = 6.7;
    static final double SMALL_CHAR = 6.1;
    static final int LINE = 14;
    static final int MOST_CHANGES = 4;
    private static final int NARROWEST = 150;
    private static final int WIDEST = 380;
    private static final int HEAD = 92;
    private static final int GAP = 16;
    private static final int LEFT = 46;

    private final List<String> lanes;
    private final int columnWidth;
    private final List<Integer> tops = new ArrayList<>();
    private final int height;

    SvgLayout(List<String> lanes, List<StepAccount> steps) {
        this.lanes = List.copyOf(lanes);
        double widest = NARROWEST;
        int y = HEAD;
        for (StepAccount step : steps) {
            for (String line : lines(step)) {
                widest = Math.max(widest, 28 + line.length() * CHAR);
            }
            tops.add(y);
            y += LINE * lines(step).size() + GAP;
        }
        columnWidth = (int) Math.min(WIDEST, Math.ceil(widest));
        height = y + 34;
    }

    /** What stands beside a step: what it does, and the first few of its changes. */
    static List<String> lines(StepAccount step) {
        List<String> lines = new ArrayList<>();
        lines.add(head(step));
        List<String> changes = step.changes();
        int shown = changes.size() > MOST_CHANGES ? MOST_CHANGES - 1 : changes.size();
        lines.addAll(changes.subList(0, shown));
        if (shown < changes.size()) {
            lines.add("… and " + (changes.size() - shown) + " more");
        }
        step.error().ifPresent(e -> lines.add("✗ " + e));
        return lines;
    }

    /** The lane says who it is; what is left is the task and what it does. */
    private static String head(StepAccount step) {
        String lane = Lanes.of(step);
        String who = step.who().startsWith(lane)
                ? step.who().substring(lane.length()).replaceFirst("^[. ]", "")
                : step.who();
        String text =
                who.isEmpty() ? step.what() : step.what().startsWith("(") ? who + step.what() : who + " " + step.what();
        return text.isBlank() ? step.who() : text.strip();
    }

    /** As much of a text as a column holds. */
    String fitting(String text) {
        int room = (int) ((columnWidth - 28) / CHAR);
        return Legible.quoted(text, Math.max(8, room - 1));
    }

    int laneX(String lane) {
        return LEFT + 14 + Math.max(0, lanes.indexOf(lane)) * columnWidth;
    }

    /** The middle of a step's dot. */
    int stepY(int number) {
        return tops.get(number - 1);
    }

    /** Below the last step. */
    int endY() {
        return height - 34;
    }

    int headY() {
        return HEAD - 34;
    }

    int width() {
        return LEFT + Math.max(1, lanes.size()) * columnWidth + 20;
    }

    int height() {
        return height;
    }
}
