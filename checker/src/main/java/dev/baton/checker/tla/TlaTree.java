package dev.baton.checker.tla;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value as TLC prints it, before anything is known of its type. */
sealed interface TlaTree {

    record Int(int value) implements TlaTree {}

    record Text(String value) implements TlaTree {}

    /** {@code TRUE}, {@code FALSE} or a model value. */
    record Name(String value) implements TlaTree {}

    record Elements(List<TlaTree> values) implements TlaTree {}

    record Tuple(List<TlaTree> values) implements TlaTree {}

    /** A function or record; TLC writes it in three ways, depending on its domain. */
    record Function(List<Entry> entries) implements TlaTree {}

    record Entry(TlaTree argument, TlaTree value) {}

    /**
     * Reads the conjuncts {@code /\ variable = value} of a state.
     *
     * @throws IllegalArgumentException if the text is not what TLC prints
     */
    static List<Entry> state(String text) {
        return new Reader(text).state();
    }

    /** Reads one value. */
    static TlaTree value(String text) {
        return new Reader(text).only();
    }

    /** A text and how far it is read. */
    final class Reader {
        private static final Pattern TOKEN = Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d+|[A-Za-z_]\\w*"
                + "|<<|>>|\\|->|:>|@@|/\\\\|\\.\\.|[{}()\\[\\],=])");

        private final String text;
        private final List<String> tokens = new ArrayList<>();
        private int at;

        private Reader(String text) {
            this.text = text;
            Matcher matcher = TOKEN.matcher(text);
            int end = 0;
            while (end < text.length() && matcher.lookingAt()) {
                tokens.add(matcher.group(1));
                end = matcher.end();
                matcher.region(end, text.length());
            }
            if (!text.substring(end).isBlank()) {
                throw new IllegalArgumentException("not a value of TLC: " + text.substring(end));
            }
        }

        private TlaTree only() {
            TlaTree value = value();
            if (at < tokens.size()) {
                throw unexpected();
            }
            return value;
        }

        private List<Entry> state() {
            List<Entry> entries = new ArrayList<>();
            while (at < tokens.size()) {
                skip("/\\");
                TlaTree name = new Name(next());
                expect("=");
                entries.add(new Entry(name, value()));
            }
            return entries;
        }

        private TlaTree value() {
            String token = next();
            return switch (token) {
                case "<<" -> new Tuple(list(",", ">>", this::value));
                case "{" -> new Elements(list(",", "}", this::value));
                case "[" -> new Function(list(",", "]", this::field));
                case "(" -> new Function(list("@@", ")", this::mapping));
                default -> atom(token);
            };
        }

        private TlaTree atom(String token) {
            char first = token.charAt(0);
            if (first == '"') {
                return new Text(token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1"));
            }
            if (Character.isDigit(first) || first == '-') {
                int number = Integer.parseInt(token);
                return peek("..") ? interval(number) : new Int(number);
            }
            if (Character.isLetter(first) || first == '_') {
                return new Name(token);
            }
            at--;
            throw unexpected();
        }

        /** TLC prints a set of consecutive numbers as {@code 1..3} if it was made so. */
        private TlaTree interval(int low) {
            expect("..");
            int high = Integer.parseInt(next());
            List<TlaTree> numbers = new ArrayList<>();
            for (int i = low; i <= high; i++) {
                numbers.add(new Int(i));
            }
            return new Elements(numbers);
        }

        /** Items up to a closing token. */
        private <T> List<T> list(String separator, String end, Supplier<T> item) {
            List<T> items = new ArrayList<>();
            if (skip(end)) {
                return items;
            }
            items.add(item.get());
            while (!skip(end)) {
                expect(separator);
                items.add(item.get());
            }
            return items;
        }

        private Entry field() {
            TlaTree field = new Text(next());
            expect("|->");
            return new Entry(field, value());
        }

        private Entry mapping() {
            TlaTree argument = value();
            expect(":>");
            return new Entry(argument, value());
        }

        private boolean peek(String token) {
            return at < tokens.size() && tokens.get(at).equals(token);
        }

        private boolean skip(String token) {
            boolean there = peek(token);
            at += there ? 1 : 0;
            return there;
        }

        private void expect(String token) {
            if (!skip(token)) {
                throw unexpected();
            }
        }

        private String next() {
            if (at == tokens.size()) {
                throw unexpected();
            }
            return tokens.get(at++);
        }

        private IllegalArgumentException unexpected() {
            String token = at < tokens.size() ? "`" + tokens.get(at) + "`" : "the end";
            return new IllegalArgumentException(token + " is unexpected in a value of TLC: " + text);
        }
    }
}
