package dev.baton.runtime.trace;

import java.util.List;

/** The words of a command or key of a trace file. */
final class Tokens {
    private final String text;
    private final List<String> words;

    Tokens(String text) {
        this.text = text;
        this.words = List.of(text.split(" ", -1));
    }

    String first() {
        return words.getFirst();
    }

    int size() {
        return words.size();
    }

    /** @throws IllegalArgumentException if there is no such word */
    String word(int at) {
        if (at >= words.size() || words.get(at).isEmpty()) {
            throw new IllegalArgumentException("`" + text + "` ends too early");
        }
        return words.get(at);
    }

    /** @throws IllegalArgumentException if there is no such word, or it is no member or position */
    int number(int at) {
        long number = code(at);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw wrong(words.get(at));
        }
        return (int) number;
    }

    /** The codes from a word up to another, or to the end. */
    long[] codes(int from, int to) {
        long[] codes = new long[Math.max(0, to - from)];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = code(from + i);
        }
        return codes;
    }

    long[] codes(int from) {
        return codes(from, words.size());
    }

    /** Where a word is; their number if it isn't there. */
    int indexOf(String word) {
        int at = words.indexOf(word);
        return at < 0 ? words.size() : at;
    }

    /** @throws IllegalArgumentException if there are more words */
    void end(int at) {
        if (words.size() > at) {
            throw new IllegalArgumentException("`" + text + "` goes on after `" + words.get(at - 1) + "`");
        }
    }

    private long code(int at) {
        try {
            return Long.parseLong(word(at));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("`" + words.get(at) + "` in `" + text + "` is no number", e);
        }
    }

    private IllegalArgumentException wrong(String word) {
        return new IllegalArgumentException("`" + word + "` in `" + text + "` is no number of a member or place");
    }
}
