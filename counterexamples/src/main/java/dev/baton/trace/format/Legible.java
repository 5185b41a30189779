package dev.baton.trace.format;

/** Text of unknown origin made fit to be shown: nothing in it moves a cursor or turns the reading direction. */
final class Legible {
    private static final int REPLACEMENT = 0xFFFD;

    private Legible() {}

    /** The same on one line, with a replacement character for controls, marks of direction and halves of characters. */
    static String text(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.appendCodePoint(shown(c) ? c : REPLACEMENT));
        return out.toString();
    }

    /** The same of at most so many characters, for a message. */
    static String quoted(String text, int most) {
        int end = text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length())));
        return text(text.substring(0, end)) + (end < text.length() ? "…" : "");
    }

    private static boolean shown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
