package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/**
 * Gives tokens the type that they have where they stand, so that the grammar need not guess. An {@code if} ends its
 * condition at the first brace that no operator asks for, as in Rust: <code>if a == M { … }</code> has a block, and a
 * record in a condition stands in parentheses.
 */
final class Retyper {
    private final List<Token> tokens;
    private final Brackets brackets;

    private Retyper(List<Token> tokens, Brackets brackets) {
        this.tokens = tokens;
        this.brackets = brackets;
    }

    /**
     * Marks the braces that end a head, the {@code in} of <code>in STATE { … }</code>, and the {@code forall}s in front
     * of a liveness property.
     */
    static void retype(List<Token> tokens, Brackets brackets) {
        Retyper retyper = new Retyper(tokens, brackets);
        retyper.markHeadBraces();
        retyper.markStates();
        retyper.markLeadingForalls();
    }

    /** The tokens with each {@code >=} that ends a {@code set<T>} or {@code seq<T, n>} cut in two. */
    static List<Token> split(List<Token> tokens) {
        List<Token> result = new ArrayList<>(tokens.size());
        int open = 0;
        int before = Token.EOF;
        int beforeThat = Token.EOF;
        for (Token token : tokens) {
            if (token.getChannel() != Token.DEFAULT_CHANNEL) {
                result.add(token);
                continue;
            }
            int type = token.getType();
            boolean opens = type == BatonParser.LT
                    && (before == BatonParser.SET || before == BatonParser.SEQ)
                    && (open > 0 || beforeThat == BatonParser.COLON || beforeThat == BatonParser.BAR);
            if (opens) {
                open++;
            } else if (type == BatonParser.GT) {
                open = Math.max(0, open - 1);
            } else if (type == BatonParser.GE && open > 0) {
                CommonToken angle = new CommonToken(token);
                angle.setType(BatonParser.GT);
                angle.setText(">");
                angle.setStopIndex(token.getStartIndex());
                result.add(angle);
                CommonToken assign = new CommonToken(token);
                assign.setType(BatonParser.ASSIGN);
                assign.setText("=");
                assign.setStartIndex(token.getStopIndex());
                assign.setCharPositionInLine(token.getCharPositionInLine() + 1);
                result.add(assign);
                open--;
                beforeThat = BatonParser.GT;
                before = BatonParser.ASSIGN;
                continue;
            } else if (!inType(type)) {
                open = 0;
            }
            result.add(token);
            beforeThat = before;
            before = type;
        }
        return result;
    }

    private static boolean inType(int type) {
        return switch (type) {
            case BatonParser.INT,
                    BatonParser.BOOL,
                    BatonParser.COMMA,
                    BatonParser.DOT_DOT,
                    BatonParser.QUESTION,
                    BatonParser.BAR,
                    BatonParser.PLUS,
                    BatonParser.MINUS,
                    BatonParser.STAR,
                    BatonParser.SLASH,
                    BatonParser.PERCENT,
                    BatonParser.LPAREN,
                    BatonParser.RPAREN,
                    BatonParser.LT -> true;
            default -> Words.NAME.contains(type);
        };
    }

    private record Head(int word, int depth) {}

    private void markHeadBraces() {
        Deque<Head> heads = new ArrayDeque<>();
        int before = Token.EOF;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.getChannel() != Token.DEFAULT_CHANNEL) {
                continue;
            }
            int depth = brackets.depth(i);
            while (!heads.isEmpty() && heads.element().depth > depth) {
                heads.pop();
            }
            int type = token.getType();
            boolean name = before == BatonParser.DOT;
            if (isHead(type) && !name) {
                heads.push(new Head(type, depth));
            } else if (type == BatonParser.THEN && !heads.isEmpty() && heads.element().word == BatonParser.IF) {
                heads.pop();
            } else if (type == BatonParser.LBRACE
                    && !heads.isEmpty()
                    && heads.element().depth == depth
                    && (Words.endsOperand(before) || endsName(i) || (isHead(before) && beginsStatement(after(i))))
                    && !isPattern(i)) {
                ((WritableToken) token).setType(BatonParser.HEAD_BRACE);
                while (!heads.isEmpty() && heads.element().depth == depth) {
                    heads.pop();
                }
            }
            before = type;
        }
    }

    private static boolean isHead(int type) {
        return switch (type) {
            case BatonParser.IF,
                    BatonParser.WHILE,
                    BatonParser.FOR,
                    BatonParser.MATCH,
                    BatonParser.WHEN,
                    BatonParser.ON -> true;
            default -> false;
        };
    }

    /** Whether a brace right behind the head's word is a block's, because a condition is missing. */
    private boolean beginsStatement(int index) {
        int type = type(index);
        boolean assigns = Words.NAME.contains(type) && type(after(index)) == BatonParser.ASSIGN;
        boolean keyword = Words.STATEMENT.contains(type) && !Words.NAME.contains(type) && type != BatonParser.IF;
        return assigns || keyword || type == BatonParser.RBRACE;
    }

    /** Whether a name behind a dot stands before a token, {@code send} in {@code k.send} too. */
    private boolean endsName(int index) {
        int name = before(index);
        int dot = name < 0 ? -1 : before(name);
        return dot >= 0
                && tokens.get(dot).getType() == BatonParser.DOT
                && Words.VERB_OR_NAME.contains(tokens.get(name).getType());
    }

    /**
     * Whether a brace opens the fields of a pattern, <code>if State { pages } = m { … }</code>: `=` comes behind it.
     */
    private boolean isPattern(int brace) {
        int mate = brackets.mate(brace);
        return mate >= 0 && type(after(mate)) == BatonParser.ASSIGN;
    }

    private void markStates() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).getType() == BatonParser.IN) {
                int name = after(i);
                int brace = after(name);
                if (Words.NAME.contains(type(name))
                        && type(brace) == BatonParser.LBRACE
                        && beginsMember(type(after(brace)))) {
                    ((WritableToken) tokens.get(i)).setType(BatonParser.IN_STATE);
                }
            }
        }
    }

    private static boolean beginsMember(int type) {
        return switch (type) {
            case BatonParser.ACTION,
                    BatonParser.ON,
                    BatonParser.STRONG,
                    BatonParser.UNFAIR,
                    BatonParser.TASK,
                    BatonParser.INTERRUPT,
                    BatonParser.VAR,
                    BatonParser.STATES,
                    BatonParser.RBRACE -> true;
            default -> false;
        };
    }

    private void markLeadingForalls() {
        for (int i = 0; i < tokens.size(); i++) {
            if (type(i) == BatonParser.LIVENESS && type(after(after(i))) == BatonParser.COLON) {
                int word = after(after(after(i)));
                while (type(word) == BatonParser.FORALL) {
                    ((WritableToken) tokens.get(word)).setType(BatonParser.LEADING_FORALL);
                    int depth = brackets.depth(word);
                    while (type(word) != Token.EOF
                            && (type(word) != BatonParser.COLON || brackets.depth(word) != depth)) {
                        word = after(word);
                    }
                    word = after(word);
                }
            }
        }
    }

    private int type(int index) {
        return tokens.get(index).getType();
    }

    /** The next token that is not hidden; the last token is the end of the file. */
    private int after(int index) {
        int i = Math.min(index + 1, tokens.size() - 1);
        while (tokens.get(i).getChannel() != Token.DEFAULT_CHANNEL) {
            i++;
        }
        return i;
    }

    private int before(int index) {
        int i = index - 1;
        while (i >= 0 && tokens.get(i).getChannel() != Token.DEFAULT_CHANNEL) {
            i--;
        }
        return i;
    }
}
