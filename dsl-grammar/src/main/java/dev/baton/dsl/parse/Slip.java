package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonParser;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;

/**
 * An error of the parser with what stands around it, and the questions that tell one kind from another.
 *
 * @param at index of the token that could not stand there
 */
record Slip(List<Token> tokens, int at, Expected expected, BatonParser parser) {

    Token found() {
        return tokens.get(at);
    }

    /** The token before the one found; that one, if it is the first. */
    Token before() {
        return tokens.get(Math.max(0, index(-1)));
    }

    /** The text of the token {@code distance} before (negative) or after the one found; empty past an end. */
    String text(int distance) {
        int i = index(distance);
        return i < 0 || i >= tokens.size() || tokens.get(i).getType() == Token.EOF
                ? ""
                : tokens.get(i).getText();
    }

    int type(int distance) {
        int i = index(distance);
        return i < 0 || i >= tokens.size() ? Token.EOF : tokens.get(i).getType();
    }

    private int index(int distance) {
        int i = at;
        for (int left = Math.abs(distance); left > 0 && i >= 0 && i < tokens.size(); left--) {
            do {
                i += Integer.signum(distance);
            } while (i >= 0 && i < tokens.size() && tokens.get(i).getChannel() != Token.DEFAULT_CHANNEL);
        }
        return i;
    }

    /** Whether the token found stands on the line of the one before it. */
    boolean sameLine() {
        int before = index(-1);
        return before >= 0 && tokens.get(before).getLine() == found().getLine();
    }

    /** Whether a rule is being parsed. */
    boolean within(int rule) {
        for (RuleContext context = parser.getContext(); context != null; context = context.parent) {
            if (context.getRuleIndex() == rule) {
                return true;
            }
        }
        return false;
    }

    boolean inHeader() {
        return within(BatonParser.RULE_header) && !(keywordAsName() && type(-1) == BatonParser.PROTOCOL);
    }

    boolean keywordAsName() {
        return expected.nameOnly()
                && Words.isWord(found())
                && !Words.NAME.contains(found().getType())
                && sameLine()
                && !expected.contains(found().getType())
                && !lacksName();
    }

    /** {@code invariant x == 3}: a property without a name. */
    boolean lacksName() {
        return Words.isProperty(type(-1)) || (Words.isProperty(type(-2)) && expected.contains(BatonParser.COLON));
    }

    /** {@code if x.y = 3}: an expression that is asked, not assigned. */
    boolean assignsInCondition() {
        return found().getType() == BatonParser.ASSIGN && Words.endsOperand(type(-1)) && asked();
    }

    /** Whether a word before it on its line asks for a condition. */
    private boolean asked() {
        for (int i = at - 1; i >= 0 && tokens.get(i).getLine() == found().getLine(); i--) {
            switch (tokens.get(i).getType()) {
                case BatonParser.IF,
                        BatonParser.WHILE,
                        BatonParser.WHEN,
                        BatonParser.AWAIT,
                        BatonParser.ASSERT,
                        BatonParser.WHERE,
                        BatonParser.INVARIANT,
                        BatonParser.LEMMA,
                        BatonParser.STEP,
                        BatonParser.COVER,
                        BatonParser.TERMINAL,
                        BatonParser.LIVENESS -> {
                    return true;
                }
                case BatonParser.LBRACE, BatonParser.HEAD_BRACE, BatonParser.RBRACE, BatonParser.SEMI -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    /** A {@code liveness} property of one plain expression, or {@code always P}. */
    boolean lacksTense() {
        return within(BatonParser.RULE_temporal)
                && !expected.contains(BatonParser.IDENT)
                && (expected.contains(BatonParser.LEADS)
                        || (type(-1) == BatonParser.ALWAYS && expected.contains(BatonParser.EVENTUALLY)));
    }

    /** The first token of the declaration that is being parsed. */
    Token declaration() {
        RuleContext context = parser.getContext();
        while (context.getRuleIndex() != BatonParser.RULE_declaration) {
            context = context.parent;
        }
        return ((ParserRuleContext) context).getStart();
    }
}
