package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonParser;
import dev.baton.model.source.SourceFile;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * A text without syntax errors, as the grammar sees it.
 *
 * @param tokens all of them, comments too; the last is the end of the file
 */
public record ParsedText(SourceFile source, List<Token> tokens, BatonParser.FileContext tree) {
    public ParsedText {
        tokens = List.copyOf(tokens);
    }
}
