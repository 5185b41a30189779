package dev.baton.checker.smt.script;

import java.util.ArrayList;
import java.util.List;

/** Lines of comments. */
final class Comment {
    private static final int WIDTH = 96;
    private static final int RULE = 99;

    private Comment() {}

    /** A text as lines of comment, filled; its own empty lines stay. */
    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\n\\s*\n")) {
            if (!lines.isEmpty()) {
                lines.add(";");
            }
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.strip().split("\\s+")) {
                if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                    lines.add("; " + line);
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add("; " + line);
        }
        return lines.stream().map(l -> l.replaceAll("\\p{Cntrl}", " ")).toList();
    }

    /** A line across, with what comes below it. */
    static List<String> heading(String title) {
        return List.of("", "; " + "-".repeat(RULE - 4 - title.length()) + " " + title, "");
    }
}
