package dev.baton.graph.draw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes XML that an HTML page may hold too. Whatever the content is, it stays content. */
final class Xml {
    private final StringBuilder text = new StringBuilder();
    private boolean inTag;

    Xml open(String element) {
        endTag();
        text.append('<').append(element);
        inTag = true;
        return this;
    }

    /** Of the element just opened. */
    Xml attribute(String name, String value) {
        text.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        return this;
    }

    Xml content(String content) {
        endTag();
        text.append(escaped(content));
        return this;
    }

    Xml close(String element) {
        endTag();
        text.append("</").append(element).append(">");
        if (!element.equals("text") && !element.equals("title")) {
            text.append('\n');
        }
        return this;
    }

    /** An element that holds nothing but text. */
    Xml element(String name, String content) {
        return open(name).content(content).close(name);
    }

    String text() {
        return text.toString();
    }

    private void endTag() {
        if (inTag) {
            text.append('>');
            inTag = false;
        }
    }

    /** XML 1.0 has no place at all for most control characters and for lone surrogates. */
    static String escaped(String content) {
        StringBuilder escaped = new StringBuilder();
        content.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int c) {
        return c == '\n' || c == '\t' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }

    /** A text file that is beside this class. */
    static String resource(String name) {
        try (InputStream in = Xml.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
