package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonParser;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Which bracket closes which, and how many are open at each token. Found before parsing, so that the parser need not
 * stumble over a missing brace at the end of the file, nor recurse without limit.
 */
final class Brackets {
    /** How deep brackets may be nested. */
    static final int MAX_DEPTH = 200;

    private final int[] mates;
    private final int[] depths;
    private boolean tooDeep;
    private int firstWrong = Integer.MAX_VALUE;

    private Brackets(int tokens) {
        mates = new int[tokens];
        depths = new int[tokens];
        Arrays.fill(mates, -1);
    }

    /** Matches the brackets of a text; hidden tokens are looked through. */
    static Brackets match(List<Token> tokens, Problems problems) {
        Brackets brackets = new Brackets(tokens.size());
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            brackets.depths[i] = open.size();
            if (token.getChannel() != Token.DEFAULT_CHANNEL) {
                continue;
            }
            if (closer(token).isPresent()) {
                if (open.size() >= MAX_DEPTH && !brackets.tooDeep) {
                    brackets.tooDeep = true;
                    problems.add(Diagnostic.of(
                                    Code.B0106, problems.at(token), "brackets are nested", Integer.toString(MAX_DEPTH))
                            .withHelp("name parts of it with `fn`, `proc` or `let`"));
                }
                open.push(i);
            } else if (closes(token)) {
                brackets.close(tokens, i, open, problems);
            }
        }
        if (!open.isEmpty()) {
            brackets.unclosed(tokens, open, problems);
        }
        return brackets;
    }

    private void close(List<Token> tokens, int at, Deque<Integer> open, Problems problems) {
        Token token = tokens.get(at);
        Integer opener = open.peek();
        if (opener == null) {
            wrong(token);
            problems.add(Diagnostic.of(Code.B0107, problems.at(token), token.getText())
                    .withHelp("take it away, or look for a `" + openerOf(token) + "` that is missing before it"));
            return;
        }
        if (closer(tokens.get(opener)).orElseThrow().equals(token.getText())) {
            pair(open.pop(), at, open.size());
            return;
        }
        boolean closesOuter =
                open.stream().anyMatch(i -> closer(tokens.get(i)).orElseThrow().equals(token.getText()));
        if (!closesOuter) {
            wrong(token);
            Token inner = tokens.get(opener);
            if (!nextClosing(tokens, at).equals(closer(inner).orElseThrow())) {
                pair(open.pop(), at, open.size());
            }
            problems.add(Diagnostic.of(Code.B0107, problems.at(token), token.getText())
                    .withHelp("the `" + inner.getText() + "` of line " + inner.getLine() + " is open, which `"
                            + closer(inner).orElseThrow() + "` closes"));
            return;
        }
        while (!closer(tokens.get(open.element())).orElseThrow().equals(token.getText())) {
            Token inner = tokens.get(open.pop());
            wrong(inner);
            problems.add(Diagnostic.of(Code.B0102, problems.at(inner), inner.getText())
                    .withHelp("a `" + closer(inner).orElseThrow() + "` is missing before the `" + token.getText()
                            + "` of line " + token.getLine()));
        }
        pair(open.pop(), at, open.size());
    }

    /** The text of the next closing bracket; empty if there is none. */
    private static String nextClosing(List<Token> tokens, int at) {
        return tokens.subList(at + 1, tokens.size()).stream()
                .filter(Brackets::closes)
                .map(Token::getText)
                .findFirst()
                .orElse("");
    }

    private void pair(int opener, int closer, int depth) {
        mates[opener] = closer;
        mates[closer] = opener;
        depths[closer] = depth;
    }

    private void wrong(Token token) {
        firstWrong = Math.min(firstWrong, token.getStartIndex());
    }

    /**
     * At the end of the text brackets are open. The one that lacks its mate is often further in: the first brace that
     * is closed by one of another indentation, as if it closed another.
     */
    private void unclosed(List<Token> tokens, Deque<Integer> open, Problems problems) {
        Token outer = tokens.get(open.getLast());
        Optional<Token> suspect = suspect(tokens, open.getLast());
        Token blamed = suspect.orElse(outer);
        wrong(blamed);
        Diagnostic diagnostic = Diagnostic.of(Code.B0102, problems.at(blamed), blamed.getText());
        problems.add(diagnostic.withHelp(
                suspect.isPresent()
                        ? "a `}` is missing: the next one is indented as if it closed another brace"
                        : "a `" + closer(outer).orElseThrow() + "` is missing before the end of the file"));
    }

    private Optional<Token> suspect(List<Token> tokens, int from) {
        for (int i = from; i < tokens.size(); i++) {
            int mate = mates[i];
            if (mate > i
                    && closer(tokens.get(i)).orElseThrow().equals("}")
                    && tokens.get(mate).getLine() > tokens.get(i).getLine()
                    && startsLine(tokens, mate)
                    && tokens.get(mate).getCharPositionInLine() < indentation(tokens, i)) {
                return Optional.of(tokens.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean startsLine(List<Token> tokens, int i) {
        return i == 0 || tokens.get(i - 1).getLine() < tokens.get(i).getLine();
    }

    private static int indentation(List<Token> tokens, int i) {
        int first = i;
        while (!startsLine(tokens, first)) {
            first--;
        }
        return tokens.get(first).getCharPositionInLine();
    }

    /** How many brackets are open around a token; a bracket does not stand within itself. */
    int depth(int index) {
        return depths[index];
    }

    /** The token that closes or opens with this one; -1 if there is none. */
    int mate(int index) {
        return mates[index];
    }

    /** Whether parsing would nest too deeply. */
    boolean tooDeep() {
        return tooDeep;
    }

    /** The offset of the first bracket without a mate: what the parser says from there on is worth nothing. */
    int firstWrong() {
        return firstWrong;
    }

    private static boolean closes(Token token) {
        int type = token.getType();
        return type == BatonParser.RPAREN || type == BatonParser.RBRACKET || type == BatonParser.RBRACE;
    }

    private static Optional<String> closer(Token token) {
        if (token.getChannel() != Token.DEFAULT_CHANNEL) {
            return Optional.empty();
        }
        return switch (token.getType()) {
            case BatonParser.LPAREN -> Optional.of(")");
            case BatonParser.LBRACKET -> Optional.of("]");
            case BatonParser.LBRACE, BatonParser.HEAD_BRACE -> Optional.of("}");
            default -> Optional.empty();
        };
    }

    private static String openerOf(Token token) {
        return switch (token.getType()) {
            case BatonParser.RPAREN -> "(";
            case BatonParser.RBRACKET -> "[";
            default -> "{";
        };
    }
}
