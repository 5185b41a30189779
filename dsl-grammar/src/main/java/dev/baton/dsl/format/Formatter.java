package dev.baton.dsl.format;

import dev.baton.dsl.grammar.BatonParser;
import dev.baton.dsl.parse.ParsedText;
import dev.baton.dsl.parse.TextReader;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * The one style: two blanks a level, lines of at most {@value #WIDTH} columns where that is possible, one blank line at
 * most, no {@code ;} but on lines with several statements. Comments stay where they are. Bodies that were on one line
 * stay there if they fit.
 */
public final class Formatter {
    /** The longest line, in columns. */
    public static final int WIDTH = 110;

    /** A comment at an odd place may move once, and change what fits where it was; it never took more than three. */
    private static final int ROUNDS = 8;

    private Formatter() {}

    /** The text in the one style; nothing but diagnostics if it does not parse. A formatted text is left as it is. */
    public static Diagnosed<String> format(SourceFile source) {
        Diagnosed<ParsedText> read = TextReader.read(source);
        if (read.result().isEmpty()) {
            return new Diagnosed<>(Optional.empty(), read.diagnostics());
        }
        ParsedText parsed = read.result().get();
        String before = source.text();
        for (int round = 0; round < ROUNDS; round++) {
            String after = Printer.print(DeclLayout.layout(parsed), WIDTH);
            if (after.equals(before)) {
                break;
            }
            ParsedText reread = TextReader.read(new SourceFile(source.name(), after))
                    .result()
                    .orElseThrow(() -> new IllegalStateException("formatting broke the syntax of " + source.name()));
            requireSame(words(parsed), words(reread));
            before = after;
            parsed = reread;
        }
        return new Diagnosed<>(Optional.of(before), read.diagnostics());
    }

    private static void requireSame(List<String> before, List<String> after) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            String was = i < before.size() ? before.get(i) : "";
            String is = i < after.size() ? after.get(i) : "";
            if (!was.equals(is)) {
                throw new IllegalStateException("formatting made `" + is + "` of `" + was + "`");
            }
        }
    }

    /**
     * All that formatting keeps: every token but {@code ;} and {@code ,}, which may come and go at the end of a list.
     */
    private static List<String> words(ParsedText text) {
        List<String> tokens = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        for (Token token : text.tokens()) {
            switch (token.getType()) {
                case BatonParser.SEMI, BatonParser.COMMA, Token.EOF -> {}
                case BatonParser.LINE_COMMENT, BatonParser.DOC_COMMENT, BatonParser.BLOCK_COMMENT ->
                    comments.add(token.getText().replaceAll("\\s+", " ").strip());
                default -> tokens.add(token.getText());
            }
        }
        tokens.addAll(comments);
        return tokens;
    }
}
