package dev.baton.checker.smt.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of comments. */
final class Comment {
    private static final int WIDTH = 96;
    private static final int RULE = 99;
    private static final Pattern PARAGRAPH = Pattern.compile("\n\\s*\n");
    private static final Pattern BLANK = Pattern.compile("\\s+");

    private Comment() {}

    /** A text as lines of comment, filled; its own empty lines stay. */
    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : PARAGRAPH.splitAsStream(text.strip()).toList()) {
            if (!lines.isEmpty()) {
                lines.add(";");
            }
            StringBuilder line = new StringBuilder();
            for (String word : BLANK.splitAsStream(paragraph.strip()).toList()) {
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
