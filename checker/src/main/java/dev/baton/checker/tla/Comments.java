package dev.baton.checker.tla;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The designer's words as lines of a comment, with nothing in them that could open or close one. */
final class Comments {
    private static final String EDGE = "(" + "*".repeat(77) + ")";

    private static final Pattern SPACES = Pattern.compile(" +");

    /** How wide text in a box may be. */
    static final int BOX = 73;

    private Comments() {}

    static String plain(String text) {
        return text.replace("(*", "( *").replace("*)", "* )").replaceAll("\\p{Cntrl}", " ");
    }

    /** The lines of a text, none longer than {@code width} where it has spaces. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().lines().toList()) {
            StringBuilder line = new StringBuilder();
            for (String word : SPACES.splitAsStream(plain(paragraph).strip()).toList()) {
                if (line.length() + 1 + word.length() > width && !line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
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
