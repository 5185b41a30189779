package dev.baton.checker.tla;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The designer's words as lines of a comment, with nothing in them that could open or close one. */
final class Comments {
    private static final String EDGE = "(" + "*".repeat(77) + ")";

    private static final Pattern SPACES = Pattern.compile(" +");
    private static final Pattern ITEM = Pattern.compile("[-*] |\\d+[.)] ");

    /** How wide text in a box may be. */
    static final int BOX = 73;

    private Comments() {}

    static String plain(String text) {
        return text.replace("(*", "( *").replace("*)", "* )").replaceAll("\\p{Cntrl}", " ");
    }

    /**
     * A text filled into lines none of which is longer than {@code width} where it has spaces. Empty lines, and lines
     * that look like the items of a list, begin anew.
     */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String written : text.strip().lines().toList()) {
            String plain = plain(written).strip();
            if (plain.isEmpty() || ITEM.matcher(plain).lookingAt()) {
                flush(line, lines);
            }
            if (plain.isEmpty()) {
                lines.add("");
                continue;
            }
            for (String word : SPACES.splitAsStream(plain).toList()) {
                if (line.length() + 1 + word.length() > width) {
                    flush(line, lines);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        flush(line, lines);
        return lines;
    }

    private static void flush(StringBuilder line, List<String> lines) {
        if (!line.isEmpty()) {
            lines.add(line.toString());
            line.setLength(0);
        }
    }

    /** A comment in a box, as modules begin with. */
    static List<String> box(List<String> text) {
        List<String> lines = new ArrayList<>();
        lines.add(EDGE);
        text.forEach(line -> lines.add(String.format("(* %-" + BOX + "s *)", line)));
        lines.add(EDGE);
        return lines;
    }
}
