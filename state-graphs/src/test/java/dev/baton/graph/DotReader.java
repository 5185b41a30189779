package dev.baton.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of DOT that Baton writes, by Graphviz's grammar: a quoted string ends at the first quote without a
 * backslash before it, and in labels a backslash begins an escape.
 */
final class DotReader {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(->)|([{}\\[\\];,=])|([A-Za-z_][A-Za-z_0-9]*|[0-9]+)|\"((?:[^\"\\\\]|\\\\.)*)\")\\s*",
            Pattern.DOTALL);

    /** What is in braces: nodes and edges ({@code n0 -> n1}) with their attributes, strings as they are shown. */
    final Map<String, Map<String, String>> statements = new LinkedHashMap<>();

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private DotReader(String text) {
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!token.find(end) || token.start() != end) {
                throw new AssertionError("no DOT: " + text.substring(end, Math.min(text.length(), end + 40)));
            }
            tokens.add(token.group(4) == null ? token.group().strip() : "\"" + shown(token.group(4)));
            end = token.end();
        }
    }

    static DotReader read(String text) {
        DotReader reader = new DotReader(text);
        reader.take("digraph");
        reader.next();
        reader.take("{");
        while (!reader.peek().equals("}")) {
            reader.statement();
        }
        reader.take("}");
        if (reader.at != reader.tokens.size()) {
            throw new AssertionError("more after the end: " + reader.tokens.subList(reader.at, reader.tokens.size()));
        }
        return reader;
    }

    private void statement() {
        String subject = next();
        if (peek().equals("=")) {
            next();
            statements.put(subject, Map.of("", next()));
        } else {
            if (peek().equals("->")) {
                next();
                subject += " -> " + next();
            }
            statements.put(subject, attributes());
        }
        take(";");
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        take("[");
        while (!peek().equals("]")) {
            String name = next();
            take("=");
            attributes.put(name, next());
            if (peek().equals(",")) {
                next();
            }
        }
        take("]");
        return attributes;
    }

    /** Strings begin with a quote. */
    private static String shown(String quoted) {
        return Pattern.compile("\\\\(.)").matcher(quoted).replaceAll(escape -> switch (escape.group(1)) {
            case "l" -> "\n";
            case "\"", "\\" -> Matcher.quoteReplacement(escape.group(1));
            default -> throw new AssertionError("an escape: " + escape.group());
        });
    }

    private String peek() {
        return tokens.get(at);
    }

    private String next() {
        return tokens.get(at++);
    }

    private void take(String token) {
        if (!next().equals(token)) {
            throw new AssertionError("expected " + token + " before " + tokens.subList(at - 1, tokens.size()));
        }
    }
}
