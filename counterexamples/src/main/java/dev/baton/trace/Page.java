package dev.baton.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lines of text that keep to a width. Lengths are counted before the ink comes on. */
final class Page {
    private static final int NARROWEST = 20;

    private final int width;
    private final List<String> lines = new ArrayList<>();

    Page(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    void blank() {
        lines.add("");
    }

    void line(String text) {
        lines.add(text.stripTrailing());
    }

    /** A text at an indentation; what does not fit stands below, {@code hanging} columns further in. */
    void text(int indent, int hanging, String text, UnaryOperator<String> ink) {
        List<String> parts = wrap(text, width - indent, width - indent - hanging);
        for (int i = 0; i < parts.size(); i++) {
            line(" ".repeat(i == 0 ? indent : indent + hanging) + ink.apply(parts.get(i)));
        }
    }

    void text(int indent, int hanging, String text) {
        text(indent, hanging, text, UnaryOperator.identity());
    }

    /** A text without breaks of its own, its leading blanks kept. */
    void block(int indent, int hanging, String text) {
        int blanks = text.length() - text.stripLeading().length();
        text(indent + blanks, hanging, text);
    }

    /** Another page's lines, each behind a margin. */
    void add(String margin, Page page) {
        page.lines.forEach(l -> line(margin + l));
    }

    /** A text cut at blanks into lines of at most so many columns, the first and the others; long words stay whole. */
    static List<String> wrap(String text, int first, int others) {
        List<String> parts = new ArrayList<>();
        String rest = text.strip();
        int room = Math.max(NARROWEST, first);
        while (rest.length() > room) {
            int cut = rest.lastIndexOf(' ', room);
            if (cut <= 0) {
                cut = rest.indexOf(' ', room);
            }
            if (cut <= 0) {
                break;
            }
            parts.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
            room = Math.max(NARROWEST, others);
        }
        parts.add(rest);
        return parts;
    }

    /** A text on one line of at most so many columns, with its end left out if need be. */
    static String cut(String text, int columns) {
        return text.length() <= columns ? text : text.substring(0, Math.max(0, columns - 1)) + "…";
    }
}
