package dev.baton.dsl.format;

import dev.baton.dsl.grammar.BatonParser;
import dev.baton.dsl.parse.ParsedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.antlr.v4.runtime.tree.Trees;

/**
 * Tokens as {@link Doc}s, with the comments that stand before and behind them. Every token that is written passes
 * through here in the order of the text, so no comment is lost: those around a token that is left out ({@code ;}, a
 * comma at the end of a list) go to its neighbours.
 */
final class TokenDocs {
    private final List<Token> tokens;
    private final Set<Integer> leftOut = new HashSet<>();

    /** The first token whose comment, if it is one, is not written yet. */
    private int next;

    /** The line on which the last thing written ended in the source. */
    private int lastLine = 1;

    TokenDocs(ParsedText text) {
        this.tokens = text.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            int type = tokens.get(i).getType();
            if (type == BatonParser.SEMI || (type == BatonParser.COMMA && closes(after(i)))) {
                leftOut.add(i);
            }
        }
        for (ParseTree arm : Trees.findAllRuleNodes(text.tree(), BatonParser.RULE_arm)) {
            TerminalNode comma = ((BatonParser.ArmContext) arm).COMMA();
            if (comma != null) {
                leftOut.add(comma.getSymbol().getTokenIndex());
            }
        }
    }

    Doc of(TerminalNode node) {
        return of(node.getSymbol());
    }

    /** All tokens of a rule without blanks between them: for names, signs and the like. */
    Doc of(ParserRuleContext leaf) {
        List<Doc> all = new ArrayList<>();
        for (int i = leaf.getStart().getTokenIndex(); i <= leaf.getStop().getTokenIndex(); i++) {
            if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
                all.add(of(tokens.get(i)));
            }
        }
        return Doc.concat(all);
    }

    Doc of(Token token) {
        List<Doc> all = new ArrayList<>();
        addLeading(token, all);
        all.add(Doc.text(token.getText()));
        lastLine = token.getLine();
        addTrailing(token, all);
        return Doc.concat(all);
    }

    /** The comments before something, each on a line of its own where it was. */
    Doc commentsBefore(ParserRuleContext item) {
        List<Doc> all = new ArrayList<>();
        addLeading(item.getStart(), all);
        return Doc.concat(all);
    }

    /** The comments before a closing bracket, to be written inside of it; empty if there are none. */
    List<Doc> dangling(Token closing) {
        List<Doc> all = new ArrayList<>();
        while (next < closing.getTokenIndex()) {
            Token token = tokens.get(next);
            if (isComment(token)) {
                if (!all.isEmpty()) {
                    all.add(gap(token));
                }
                all.add(comment(token));
            }
            next++;
        }
        return all;
    }

    /** The end of a line, and a blank line if the source has one or more before the next thing to be written. */
    Doc gap(ParserRuleContext item) {
        return gap(upcoming(item.getStart()));
    }

    /** The same before what dangles at the end of a list. */
    Doc gapBefore(Token closing) {
        return gap(upcoming(closing));
    }

    private Doc gap(Token following) {
        return following.getLine() - lastLine > 1 ? Doc.concat(Doc.HARD, Doc.HARD) : Doc.HARD;
    }

    /** The first comment that is to be written before a token, or the token. */
    private Token upcoming(Token token) {
        for (int i = next; i < token.getTokenIndex(); i++) {
            if (isComment(tokens.get(i))) {
                return tokens.get(i);
            }
        }
        return token;
    }

    private void addLeading(Token token, List<Doc> into) {
        for (; next < token.getTokenIndex(); next++) {
            Token comment = tokens.get(next);
            if (!isComment(comment)) {
                continue;
            }
            Token following = upcomingAfter(next, token);
            boolean inline = comment.getType() == BatonParser.BLOCK_COMMENT && endLine(comment) == following.getLine();
            if (inline) {
                into.add(comment(comment));
                into.add(Doc.SPACE);
            } else {
                into.add(new Doc.Fresh());
                into.add(comment(comment));
                into.add(gap(following));
            }
        }
    }

    private Token upcomingAfter(int comment, Token token) {
        for (int i = comment + 1; i < token.getTokenIndex(); i++) {
            if (isComment(tokens.get(i))) {
                return tokens.get(i);
            }
        }
        return token;
    }

    private void addTrailing(Token token, List<Doc> into) {
        next = token.getTokenIndex() + 1;
        for (int i = next; i < tokens.size(); i++) {
            Token candidate = tokens.get(i);
            if (leftOut.contains(i)) {
                continue;
            }
            if (!isComment(candidate) || candidate.getLine() != lastLine) {
                return;
            }
            if (candidate.getType() == BatonParser.BLOCK_COMMENT) {
                Token following = tokens.get(after(i));
                boolean belongsToFollowing = following.getLine() == endLine(candidate)
                        && following.getType() != Token.EOF
                        && following.getType() != BatonParser.COMMA
                        && !closes(after(i))
                        && !leftOut.contains(after(i));
                if (belongsToFollowing) {
                    return;
                }
                into.add(Doc.SPACE);
                into.add(comment(candidate));
            } else {
                into.add(new Doc.Suffix(candidate.getText().stripTrailing()));
            }
            next = i + 1;
        }
    }

    private Doc comment(Token comment) {
        lastLine = endLine(comment);
        List<Doc> all = new ArrayList<>();
        for (String line : comment.getText().split("\r?\n", -1)) {
            String stripped = line.strip();
            if (all.isEmpty()) {
                all.add(Doc.text(line.stripTrailing()));
            } else if (stripped.startsWith("*")) {
                all.add(Doc.HARD);
                all.add(Doc.text(" " + stripped));
            } else {
                all.add(new Doc.Verbatim(line.stripTrailing()));
            }
        }
        return Doc.concat(all);
    }

    private static boolean isComment(Token token) {
        return switch (token.getType()) {
            case BatonParser.LINE_COMMENT, BatonParser.DOC_COMMENT, BatonParser.BLOCK_COMMENT -> true;
            default -> false;
        };
    }

    private static int endLine(Token token) {
        return token.getLine()
                + (int) token.getText().chars().filter(c -> c == '\n').count();
    }

    private boolean closes(int index) {
        return switch (tokens.get(index).getType()) {
            case BatonParser.RBRACE, BatonParser.RPAREN, BatonParser.RBRACKET -> true;
            default -> false;
        };
    }

    private int after(int index) {
        int i = Math.min(index + 1, tokens.size() - 1);
        while (tokens.get(i).getChannel() != Token.DEFAULT_CHANNEL) {
            i++;
        }
        return i;
    }
}
