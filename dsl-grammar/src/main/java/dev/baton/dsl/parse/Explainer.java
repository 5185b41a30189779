package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonParser;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says what is wrong where the parser can't go on. */
final class Explainer {
    private static final int QUOTED = 40;

    private final List<Token> tokens;
    private final Problems problems;
    private final List<Passed> passed = new ArrayList<>();
    private int passedAt = -1;

    Explainer(List<Token> tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /** Remembers what could stand at the current token before the parser decides that it is not there. */
    void passed(Parser parser) {
        int index = parser.getCurrentToken().getTokenIndex();
        if (index != passedAt) {
            passedAt = index;
            passed.clear();
        }
        passed.add(new Passed(parser.getState(), parser.getContext()));
    }

    private record Passed(int state, ParserRuleContext context) {}

    private IntervalSet passed(BatonParser parser, Token found) {
        IntervalSet all = new IntervalSet();
        if (found.getTokenIndex() == passedAt) {
            passed.forEach(p -> all.addAll(parser.getATN().getExpectedTokens(p.state, p.context)));
        }
        return all;
    }

    /** Adds one problem for an error of the parser, unless another problem is its cause. */
    void explain(BatonParser parser, RecognitionException e) {
        Token found = e.getOffendingToken();
        if (!reported(found)) {
            Expected expected = Expected.of(parser, e, passed(parser, found));
            problems.add(say(new Slip(tokens, found.getTokenIndex(), expected, parser)));
        }
    }

    /** Whether the lexer had something to say of this token, or of the characters before it. */
    private boolean reported(Token found) {
        int type = found.getType();
        int before = found.getTokenIndex() - 1;
        return type == BatonParser.FOREIGN
                || type == BatonParser.OPEN_STRING
                || (before >= 0 && tokens.get(before).getType() == BatonParser.OTHER);
    }

    private Diagnostic say(Slip slip) {
        Token found = slip.found();
        if (slip.inHeader()) {
            return Diagnostic.of(Code.B0113, span(found)).withHelp("write `protocol Name` before everything else");
        }
        if (slip.keywordAsName()) {
            return Diagnostic.of(Code.B0103, span(found), found.getText()).withHelp("choose another name");
        }
        if (slip.assignsInCondition()) {
            return Diagnostic.of(Code.B0104, span(found)).withHelp("`==` compares");
        }
        if (slip.lacksTense()) {
            return Diagnostic.of(Code.B0117, problems.at(slip.declaration()))
                    .withHelp("say `eventually P`, `always eventually P`, `P leads to Q` or `P until Q`;"
                            + " what always holds is an `invariant`");
        }
        Diagnostic diagnostic = slip.expected().begun() && Words.isWord(slip.before())
                ? Diagnostic.of(Code.B0101, span(slip.before()), "a statement", quote(slip.before()))
                : Diagnostic.of(Code.B0101, span(found), slip.expected().words(), quote(found));
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
