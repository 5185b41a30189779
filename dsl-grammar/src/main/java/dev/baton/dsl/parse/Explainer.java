package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonParser;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** Says what is wrong where the parser can't go on. */
final class Explainer {
    private static final int QUOTED = 40;

    private final List<Token> tokens;
    private final Problems problems;

    Explainer(List<Token> tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /** Adds one problem for an error of the parser, unless the same place has one already. */
    void explain(BatonParser parser, RecognitionException e) {
        Token found = e.getOffendingToken();
        if (found.getType() == BatonParser.FOREIGN || found.getType() == BatonParser.OPEN_STRING) {
            return;
        }
        Slip slip = new Slip(tokens, found.getTokenIndex(), Expected.of(parser, e), parser);
        problems.add(say(slip));
    }

    private Diagnostic say(Slip slip) {
        Token found = slip.found();
        Span span = span(found);
        if (slip.inHeader()) {
            return Diagnostic.of(Code.B0113, span).withHelp("write `protocol Name` before everything else");
        }
        if (slip.keywordAsName()) {
            return Diagnostic.of(Code.B0103, span, found.getText()).withHelp("choose another name");
        }
        if (slip.assignsInCondition()) {
            return Diagnostic.of(Code.B0104, span).withHelp("`==` compares");
        }
        if (slip.lacksTense()) {
            return Diagnostic.of(Code.B0117, problems.at(slip.declaration()))
                    .withHelp("say `eventually P`, `always eventually P`, `P leads to Q` or `P until Q`;"
                            + " what always holds is an `invariant`");
        }
        Diagnostic diagnostic = Diagnostic.of(Code.B0101, span, slip.expected().words(), quote(found));
        Optional<String> help = Slips.help(slip);
        return help.map(diagnostic::withHelp).orElse(diagnostic);
    }

    /** The end of the file has no width: what stands before it is underlined. */
    private Span span(Token found) {
        if (found.getType() != Token.EOF) {
            return problems.at(found);
        }
        for (int i = found.getTokenIndex() - 1; i >= 0; i--) {
            if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
                return problems.at(tokens.get(i));
            }
        }
        return problems.at(found);
    }

    private static String quote(Token token) {
        if (token.getType() == Token.EOF) {
            return "the end of the file";
        }
        String text = token.getText();
        return "`" + (text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…") + "`";
    }
}
