package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonParser;
import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * The generated parser with a limit on how deep the tree gets, so that neither it nor a later pass runs out of stack.
 * Brackets have their own limit; this is for {@code not not not …}, {@code a + b + c + …} and their like.
 */
final class LimitedParser extends BatonParser {
    /** How deep statements, expressions and types may be nested, a chain of operators counting once an operator. */
    static final int MAX_DEPTH = 500;

    private int depth;

    /** For each expression that is being parsed, the depth around it. */
    private final Deque<Integer> outside = new ArrayDeque<>();

    LimitedParser(TokenStream input) {
        super(input);
    }

    /** Thrown to give up. */
    static final class TooDeep extends RuntimeException {
        private final transient Token token;

        TooDeep(Token token) {
            super("nested too deep", null, false, false);
            this.token = token;
        }

        Token token() {
            return token;
        }
    }

    @Override
    public void enterRule(ParserRuleContext context, int state, int rule) {
        super.enterRule(context, state, rule);
        if (counts(rule)) {
            deeper();
        }
    }

    @Override
    public void exitRule() {
        if (counts(_ctx.getRuleIndex())) {
            depth--;
        }
        super.exitRule();
    }

    @Override
    public void enterRecursionRule(ParserRuleContext context, int state, int rule, int precedence) {
        super.enterRecursionRule(context, state, rule, precedence);
        outside.push(depth);
        deeper();
    }

    @Override
    public void pushNewRecursionContext(ParserRuleContext context, int state, int rule) {
        super.pushNewRecursionContext(context, state, rule);
        deeper();
    }

    @Override
    public void unrollRecursionContexts(ParserRuleContext parent) {
        super.unrollRecursionContexts(parent);
        depth = outside.pop();
    }

    private static boolean counts(int rule) {
        return rule == RULE_statement
                || rule == RULE_otherwiseIf
                || rule == RULE_member
                || rule == RULE_type
                || rule == RULE_temporal;
    }

    private void deeper() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new TooDeep(getCurrentToken());
        }
    }
}
