package dev.baton.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.baton.model.source.Span;
import java.util.Optional;

/** Doc comments of the text as Javadoc. */
public final class Docs {
    private Docs() {}

    /** The designer's words, and what it is and where it stands. */
    public static CodeBlock of(String what, Optional<String> doc, Span span) {
        String where = span.known() ? what + " (" + fileName(span) + ":" + span.line() + ")" : what;
        return doc.map(d -> CodeBlock.of("$L\n\n<p>$L.\n", escape(d), where)).orElse(CodeBlock.of("$L.\n", where));
    }

    /** The designer's words alone. */
    public static CodeBlock of(Optional<String> doc) {
        return doc.map(d -> CodeBlock.of("$L\n", escape(d))).orElse(CodeBlock.of(""));
    }

    private static String fileName(Span span) {
        String name = span.file().name();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Words between backquotes become code; nothing ends the comment or is taken for a tag. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder();
        boolean code = false;
        for (String part : text.strip().split("(?<=`)|(?=`)", -1)) {
            if (part.equals("`")) {
                out.append(code ? "}" : "{@code ");
                code = !code;
            } else {
                out.append(code ? plain(part).replace("}", "&#125;") : html(part));
            }
        }
        return code ? html(text.strip()) : out.toString().replaceAll("\n[ \t]*\n", "\n\n<p>");
    }

    private static String plain(String text) {
        return text.replace("*/", "* /").replace("\\u", "\\ u");
    }

    private static String html(String text) {
        return plain(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;");
    }
}
