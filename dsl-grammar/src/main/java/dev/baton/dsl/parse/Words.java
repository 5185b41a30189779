package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonParser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Sets of tokens that the passes before and beside the parser ask for, read off the grammar. */
final class Words {
    /** What may be a name. */
    static final IntervalSet NAME = starts(BatonParser.RULE_identifier);

    /** What may be a name behind a dot. */
    static final IntervalSet VERB_OR_NAME = starts(BatonParser.RULE_verbOrName);

    static final IntervalSet DECLARATION = starts(BatonParser.RULE_declaration);
    static final IntervalSet MEMBER = starts(BatonParser.RULE_member);
    static final IntervalSet STATEMENT = starts(BatonParser.RULE_statement);
    static final IntervalSet EXPRESSION = starts(BatonParser.RULE_expr);
    static final IntervalSet TEMPORAL = starts(BatonParser.RULE_temporal);
    static final IntervalSet PATTERN = starts(BatonParser.RULE_pattern);
    static final IntervalSet TYPE = starts(BatonParser.RULE_type);
    static final IntervalSet BOUND = starts(BatonParser.RULE_bound);

    private Words() {}

    private static IntervalSet starts(int rule) {
        ATN atn = BatonParser._ATN;
        return atn.nextTokens(atn.ruleToStartState[rule]);
    }

    /** Whether an operand may end with this token, so that an operator or the end of the expression comes next. */
    static boolean endsOperand(int type) {
        return switch (type) {
            case BatonParser.INT,
                    BatonParser.STRING,
                    BatonParser.RPAREN,
                    BatonParser.RBRACKET,
                    BatonParser.RBRACE,
                    BatonParser.BANG,
                    BatonParser.PRIME,
                    BatonParser.QUESTION,
                    BatonParser.TRUE,
                    BatonParser.FALSE,
                    BatonParser.SELF,
                    BatonParser.NONE,
                    BatonParser.SOME,
                    BatonParser.BOOL -> true;
            default -> NAME.contains(type);
        };
    }

    /** Whether a property's name comes next. */
    static boolean isProperty(int type) {
        return switch (type) {
            case BatonParser.INVARIANT, BatonParser.LEMMA, BatonParser.STEP, BatonParser.COVER, BatonParser.LIVENESS ->
                true;
            default -> false;
        };
    }

    /** Whether a word that begins a line belongs to what stands before it. */
    static boolean goesOn(int type) {
        return switch (type) {
            case BatonParser.AND,
                    BatonParser.OR,
                    BatonParser.NOT,
                    BatonParser.IMPLIES,
                    BatonParser.IN,
                    BatonParser.IS,
                    BatonParser.SUBSET,
                    BatonParser.UNION,
                    BatonParser.INTERSECT,
                    BatonParser.SET_MINUS,
                    BatonParser.THEN,
                    BatonParser.ELSE,
                    BatonParser.WITH,
                    BatonParser.WHEN,
                    BatonParser.WHERE,
                    BatonParser.EXPECT,
                    BatonParser.FORALL,
                    BatonParser.LEADING_FORALL,
                    BatonParser.EXISTS,
                    BatonParser.SELF,
                    BatonParser.TRUE,
                    BatonParser.FALSE,
                    BatonParser.SOME,
                    BatonParser.NONE,
                    BatonParser.ALL,
                    BatonParser.EVENTUALLY,
                    BatonParser.ALWAYS -> true;
            default -> false;
        };
    }

    /** Whether this is a word, of the language or not. */
    static boolean isWord(Token token) {
        return token.getType() != Token.EOF
                && !token.getText().isEmpty()
                && Character.isLetter(token.getText().charAt(0));
    }
}
