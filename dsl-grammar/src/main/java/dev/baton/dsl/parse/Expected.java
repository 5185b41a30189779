package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.PredictionContext;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** What could have stood where an error was found, and how that is said in a few words. */
final class Expected {
    /** More alternatives than this help nobody. */
    private static final int SHOWN = 4;

    private static final IntervalSet OPERATORS = new IntervalSet(
            BatonParser.AND,
            BatonParser.OR,
            BatonParser.IMPLIES,
            BatonParser.EQ,
            BatonParser.NE,
            BatonParser.LT,
            BatonParser.LE,
            BatonParser.GT,
            BatonParser.GE,
            BatonParser.IN,
            BatonParser.SUBSET,
            BatonParser.UNION,
            BatonParser.INTERSECT,
            BatonParser.SET_MINUS,
            BatonParser.DOT_DOT,
            BatonParser.PLUS,
            BatonParser.MINUS,
            BatonParser.STAR,
            BatonParser.SLASH,
            BatonParser.PERCENT,
            BatonParser.DOT,
            BatonParser.LBRACKET,
            BatonParser.BANG,
            BatonParser.PRIME,
            BatonParser.WITH,
            BatonParser.IS);

    /** What may follow but need not be offered. */
    private static final IntervalSet QUIET = new IntervalSet(
            BatonParser.SEMI,
            BatonParser.DOT,
            BatonParser.QUESTION,
            BatonParser.BAR,
            BatonParser.PLUS_ASSIGN,
            BatonParser.MINUS_ASSIGN);

    private final IntervalSet tokens;

    private Expected(IntervalSet tokens) {
        this.tokens = tokens;
    }

    /**
     * What the parser could have gone on with.
     *
     * @param passed what could also have stood there, but was given up for what is missing now
     */
    static Expected of(BatonParser parser, RecognitionException e, IntervalSet passed) {
        IntervalSet tokens = new IntervalSet(passed);
        if (e instanceof NoViableAltException dead
                && dead.getDeadEndConfigs() != null
                && dead.getStartToken().getTokenIndex()
                        != dead.getOffendingToken().getTokenIndex()) {
            for (ATNConfig config : dead.getDeadEndConfigs()) {
                follow(parser.getATN(), config.state, config.context, tokens, 0);
            }
        } else {
            tokens.addAll(parser.getATN().getExpectedTokens(e.getOffendingState(), parser.getContext()));
        }
        tokens.remove(Token.EPSILON);
        return new Expected(tokens);
    }

    private static void follow(
            ATN atn, ATNState state, @Nullable PredictionContext context, IntervalSet into, int depth) {
        IntervalSet next = state instanceof RuleStopState ? IntervalSet.of(Token.EPSILON) : atn.nextTokens(state);
        into.addAll(next);
        if (!next.contains(Token.EPSILON) || context == null || depth > LimitedParser.MAX_DEPTH) {
            return;
        }
        for (int i = 0; i < context.size(); i++) {
            int back = context.getReturnState(i);
            if (back != PredictionContext.EMPTY_RETURN_STATE) {
                follow(atn, atn.states.get(back), context.getParent(i), into, depth + 1);
            }
        }
    }

    boolean contains(int type) {
        return tokens.contains(type);
    }

    boolean statement() {
        return tokens.contains(BatonParser.AWAIT) && tokens.contains(BatonParser.LET);
    }

    boolean member() {
        return tokens.contains(BatonParser.TASK);
    }

    boolean declaration() {
        return tokens.contains(BatonParser.KERNEL);
    }

    boolean expression() {
        return tokens.contains(BatonParser.NOT);
    }

    boolean type() {
        return tokens.contains(BatonParser.BOOL) && !expression();
    }

    /** Whether a name is all that could stand here. */
    boolean nameOnly() {
        return name() && !statement() && !expression() && !type() && !tokens.contains(BatonParser.INT);
    }

    private boolean name() {
        return tokens.contains(BatonParser.IDENT);
    }

    /** Whether an expression could have gone on here with an operator. */
    boolean operator() {
        return tokens.contains(BatonParser.STAR) && tokens.contains(BatonParser.PLUS);
    }

    /** Whether this is the end of an element of a list, where another may begin. */
    boolean end() {
        return operator() && (statement() || member() || declaration());
    }

    /** Whether a statement has begun with a name, and may be a label, an assignment or a call. */
    boolean begun() {
        return tokens.contains(BatonParser.PLUS_ASSIGN)
                && tokens.contains(BatonParser.COLON)
                && tokens.contains(BatonParser.LPAREN);
    }

    /** As a designer would say it: {@code a statement or `}`}. */
    String words() {
        if (end()) {
            return statement() ? "the end of the statement" : "the end of the declaration";
        }
        IntervalSet rest = new IntervalSet(tokens);
        Set<String> words = new LinkedHashSet<>();
        take(rest, words, declaration(), Words.DECLARATION, "a declaration");
        take(rest, words, member(), Words.MEMBER, "a part of an actor (`var`, `task`, `action` …)");
        take(rest, words, statement(), Words.STATEMENT, "a statement");
        if (statement()) {
            // A single statement is here one of a list, and what follows an unfinished one belongs to the next.
            rest = rest.and(new IntervalSet(BatonParser.RBRACE, BatonParser.LBRACE, BatonParser.HEAD_BRACE));
        }
        take(
                rest,
                words,
                tokens.contains(BatonParser.LEADING_FORALL),
                Words.TEMPORAL,
                "what is to come (`eventually` …)");
        take(rest, words, expression() && words.isEmpty(), Words.EXPRESSION, "an expression");
        take(rest, words, type(), Words.TYPE, "a type");
        take(
                rest,
                words,
                tokens.contains(BatonParser.SOME) && !expression() && !operator(),
                Words.PATTERN,
                "a pattern");
        boolean number = rest.contains(BatonParser.INT);
        take(rest, words, number && name(), Words.BOUND, "a number");
        boolean name = rest.contains(BatonParser.IDENT);
        take(rest, words, name, Words.VERB_OR_NAME, "a name");
        if (operator()) {
            rest = rest.subtract(OPERATORS);
        }
        if (rest.contains(BatonParser.PLUS_ASSIGN)) {
            rest = rest.subtract(new IntervalSet(BatonParser.COLON, BatonParser.DOT, BatonParser.LBRACKET));
        }
        IntervalSet loud = rest.subtract(QUIET);
        for (int type : (loud.isNil() && words.isEmpty() ? rest : loud).toList()) {
            words.add(spell(type));
        }
        if (words.isEmpty()) {
            return operator() ? "an operator" : "something else";
        }
        return join(new ArrayList<>(words));
    }

    private static void take(IntervalSet rest, Set<String> words, boolean there, IntervalSet covered, String word) {
        if (there) {
            words.add(word);
            covered.toList().forEach(rest::remove);
        }
    }

    private static String spell(int type) {
        return switch (type) {
            case Token.EOF -> "the end of the file";
            case BatonParser.HEAD_BRACE -> "`{`";
            case BatonParser.IN_STATE -> "`in`";
            case BatonParser.LEADING_FORALL -> "`forall`";
            case BatonParser.STRING -> "a string";
            case BatonParser.INT -> "a number";
            case BatonParser.LEADS -> "`leads to`";
            default -> {
                String literal = BatonParser.VOCABULARY.getLiteralName(type);
                yield "`" + literal.substring(1, literal.length() - 1).replace("\\'", "'") + "`";
            }
        };
    }

    private static String join(List<String> words) {
        List<String> shown = words.size() > SHOWN ? words.subList(0, SHOWN - 1) : words;
        String last = words.size() > SHOWN ? "the like" : shown.getLast();
        if (shown.size() == 1) {
            return last;
        }
        List<String> front = words.size() > SHOWN ? shown : shown.subList(0, shown.size() - 1);
        return String.join(", ", front) + " or " + last;
    }
}
