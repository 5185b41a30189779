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
    private static final int WIDEST = 420;
    private static final int HEAD = 92;
    private static final int GAP = 16;
    private static final int LEFT = 46;
    private static final int MARGIN = 34;
    private static final int FOOT = 34;

    private final List<String> lanes;
    private final int columnWidth;
    private final List<Integer> tops = new ArrayList<>();
    private final int below;
    private final int height;

    /** @param pending how many messages are still on their way at the end, each of which gets a row */
    SvgLayout(List<String> lanes, List<StepAccount> steps, int pending) {
        this.lanes = List.copyOf(lanes);
        double widest = NARROWEST;
        int y = HEAD;
        for (StepAccount step : steps) {
            for (String line : lines(step)) {
                widest = Math.max(widest, MARGIN + (line.length() + 1) * CHAR);
            }
            tops.add(y);
            y += LINE * lines(step).size() + GAP;
        }
        columnWidth = (int) Math.min(WIDEST, Math.ceil(widest));
        below = y;
        height = y + pending * LINE + FOOT;
    }

    /** What stands beside a step: what it does, and the first few of its changes. */
    static List<String> lines(StepAccount step) {
        List<String> lines = new ArrayList<>();
        lines.add(Lanes.text(step));
        List<String> changes = step.changes();
        int shown = changes.size() > MOST_CHANGES ? MOST_CHANGES - 1 : changes.size();
        lines.addAll(changes.subList(0, shown));
        if (shown < changes.size()) {
            lines.add("… and " + (changes.size() - shown) + " more");
        }
        step.error().ifPresent(e -> lines.add("✗ " + e));
        return lines;
    }

    /** As much of a text as a column holds. */
    String fitting(String text) {
        int room = (int) ((columnWidth - MARGIN) / CHAR);
        return Legible.quoted(text, Math.max(8, room));
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
        return height - FOOT;
    }

    /** Where a message that is still on its way ends, by its number among those. */
    int pendingY(int number) {
        return below + number * LINE;
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
