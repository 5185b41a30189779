package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonParser;
import java.util.List;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Goes on after an error at the next statement, member or declaration: the next one that begins a line as deep in
 * brackets as the broken one. Line ends mean nothing to the language, but they tell where its writer began anew.
 * Nothing is put in or taken out of the middle of a statement: what such repairs guess wrong shows as more errors.
 */
final class Recovery extends DefaultErrorStrategy {
    private final List<Token> tokens;
    private final Brackets brackets;
    private final Explainer explainer;

    Recovery(List<Token> tokens, Brackets brackets, Explainer explainer) {
        this.tokens = tokens;
        this.brackets = brackets;
        this.explainer = explainer;
    }

    @Override
    public void reportError(Parser parser, RecognitionException e) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            explainer.explain((BatonParser) parser, e);
        }
    }

    /** Rules that are not a list's element pass the exception on to the rule around them. */
    @Override
    public void recover(Parser parser, RecognitionException e) {
        ParserRuleContext context = parser.getContext();
        int start = context.getStart().getTokenIndex();
        int depth = brackets.depth(start);
        int wrong = e.getOffendingToken().getTokenIndex();
        int from = Math.max(wrong, start + 1);
        switch (context.getRuleIndex()) {
            case BatonParser.RULE_file -> consumeTo(parser, tokens.size() - 1);
            case BatonParser.RULE_header -> skip(parser, new Skip(wrong, 0, start, Words.DECLARATION));
            case BatonParser.RULE_declaration -> skip(parser, new Skip(from, 0, start, Words.DECLARATION));
            case BatonParser.RULE_member -> skip(parser, new Skip(from, depth, start, Words.MEMBER));
            case BatonParser.RULE_statement -> skip(parser, new Skip(from, depth, start, Words.STATEMENT));
            case BatonParser.RULE_arm -> skip(parser, new Skip(from, depth, start, Words.PATTERN));
            default -> throw e;
        }
    }

    /** Before each element of a list: what can't begin one is reported here and skipped. */
    @Override
    public void sync(Parser parser) {
        IntervalSet elements = switch (parser.getContext().getRuleIndex()) {
            case BatonParser.RULE_file -> Words.DECLARATION;
            case BatonParser.RULE_actorBody -> Words.MEMBER;
            case BatonParser.RULE_block -> Words.STATEMENT;
            default -> IntervalSet.EMPTY_SET;
        };
        explainer.passed(parser);
        if (elements.isNil() || !inLoop(parser)) {
            return;
        }
        int depth = parser.getContext().getRuleIndex() == BatonParser.RULE_file
                ? 0
                : brackets.depth(parser.getContext().getStart().getTokenIndex()) + 1;
        IntervalSet expected = parser.getExpectedTokens().or(elements);
        while (!expected.contains(parser.getCurrentToken().getType())
                && parser.getCurrentToken().getType() != Token.EOF) {
            int index = parser.getCurrentToken().getTokenIndex();
            reportError(parser, new InputMismatchException(parser));
            skip(parser, new Skip(index + 1, depth, index, elements));
            explainer.passed(parser);
        }
    }

    private static boolean inLoop(Parser parser) {
        return switch (parser.getATN().states.get(parser.getState()).getStateType()) {
            case org.antlr.v4.runtime.atn.ATNState.STAR_LOOP_ENTRY, org.antlr.v4.runtime.atn.ATNState.STAR_LOOP_BACK ->
                true;
            default -> false;
        };
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    /**
     * What to skip: from a token to the end of the list, or to what begins one of its elements.
     *
     * @param depth of the list's elements in brackets
     * @param start the first token of the broken element: a line that is further in than its line goes on with it
     */
    private record Skip(int from, int depth, int start, IntervalSet elements) {}

    private void skip(Parser parser, Skip skip) {
        int i = skip.from;
        while (!stopsAt(i, skip)) {
            i++;
        }
        consumeTo(parser, i);
        endErrorCondition(parser);
    }

    private boolean stopsAt(int i, Skip skip) {
        Token token = tokens.get(i);
        int type = token.getType();
        if (type == Token.EOF) {
            return true;
        }
        if (token.getChannel() != Token.DEFAULT_CHANNEL) {
            return false;
        }
        if (brackets.depth(i) < skip.depth) {
            return type == BatonParser.RBRACE;
        }
        if (brackets.depth(i) != skip.depth || !beginsLine(i)) {
            return false;
        }
        boolean element = skip.elements.contains(type);
        return element || (Words.isWord(token) && !Words.goesOn(type) && column(i) <= column(skip.start));
    }

    /** Of the first token on the line. */
    private int column(int i) {
        int first = i;
        while (first > 0 && tokens.get(first - 1).getLine() == tokens.get(i).getLine()) {
            first--;
        }
        return tokens.get(first).getCharPositionInLine();
    }

    private boolean beginsLine(int i) {
        int before = i - 1;
        while (before >= 0 && tokens.get(before).getChannel() != Token.DEFAULT_CHANNEL) {
            before--;
        }
        return before < 0
                || tokens.get(before).getLine() < tokens.get(i).getLine()
                || tokens.get(before).getType() == BatonParser.SEMI;
    }

    private static void consumeTo(Parser parser, int index) {
        while (parser.getCurrentToken().getTokenIndex() < index
                && parser.getCurrentToken().getType() != Token.EOF) {
            parser.consume();
        }
    }
}
