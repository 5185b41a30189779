package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonLexer;
import dev.baton.dsl.grammar.BatonParser;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/** Cuts a text into tokens, comments among them, and says what is in it that no token holds. */
final class TokenReader {
    private final SourceFile source;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();

    private TokenReader(SourceFile source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** All tokens, hidden ones too; the last is the end of the file. Operators of other languages are replaced. */
    static List<Token> read(SourceFile source, Problems problems) {
        BatonLexer lexer = new BatonLexer(new Utf16Stream(source));
        lexer.removeErrorListeners();
        TokenReader reader = new TokenReader(source, problems);
        Token token;
        int before = Token.EOF;
        do {
            token = lexer.nextToken();
            reader.take((WritableToken) token, before);
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                before = token.getType();
            }
        } while (token.getType() != Token.EOF);
        return Retyper.split(reader.tokens);
    }

    private void take(WritableToken token, int before) {
        switch (token.getType()) {
            case BatonParser.OPEN_COMMENT ->
                problems.add(Diagnostic.of(Code.B0108, problems.at(token.getStartIndex(), token.getStartIndex() + 2))
                        .withHelp("`*/` ends it; comments do not nest"));
            case BatonParser.OPEN_STRING ->
                problems.add(Diagnostic.of(Code.B0109, problems.at(token)).withHelp("a `\"` is missing on this line"));
            case BatonParser.OTHER -> {
                if ("≤≥≠∧∨¬∈".contains(token.getText())) {
                    token.setChannel(Token.DEFAULT_CHANNEL);
                    foreign(token);
                } else {
                    odd(token);
                }
            }
            case BatonParser.FOREIGN -> foreign(token);
            case BatonParser.BANG -> {
                if (!Words.endsOperand(before)) {
                    problems.add(Diagnostic.of(Code.B0105, problems.at(token), "!")
                            .withHelp("write `not`; `x!` is what an option holds"));
                    token.setType(BatonParser.NOT);
                }
            }
            default -> {}
        }
        tokens.add(token);
    }

    private void foreign(WritableToken token) {
        String text = token.getText();
        String instead = switch (text) {
            case "&&", "/\\", "∧" -> "write `and`";
            case "||", "\\/", "∨" -> "write `or`";
            case "++" -> "write `x += 1`";
            case "--" -> "write `x -= 1`";
            case "*=" -> "write `x = x * y`";
            case "/=" -> "write `x != y`, or `x = x / y`";
            case ":=" -> "write `=`";
            case "===" -> "write `==`";
            case "!==", "<>", "≠" -> "write `!=`";
            case "=<", "≤" -> "write `<=`";
            case "~", "¬" -> "write `not`";
            default -> "write `in`";
        };
        int type = switch (text) {
            case "&&", "/\\", "∧" -> BatonParser.AND;
            case "||", "\\/", "∨" -> BatonParser.OR;
            case ":=" -> BatonParser.ASSIGN;
            case "*=", "/=" -> BatonParser.PLUS_ASSIGN;
            case "===" -> BatonParser.EQ;
            case "!==", "<>", "≠" -> BatonParser.NE;
            case "=<", "≤" -> BatonParser.LE;
            case "~", "¬" -> BatonParser.NOT;
            case "\\in", "∈" -> BatonParser.IN;
            case "≥" -> BatonParser.GE;
            default -> BatonParser.FOREIGN;
        };
        problems.add(Diagnostic.of(Code.B0105, problems.at(token), text).withHelp(instead));
        token.setType(type);
    }

    /** A character that begins no token; several in a row are one problem. */
    private void odd(Token token) {
        Token last = tokens.isEmpty() ? null : tokens.getLast();
        if (last != null && last.getType() == BatonParser.OTHER && last.getStopIndex() + 1 == token.getStartIndex()) {
            return;
        }
        problems.add(Diagnostic.of(Code.B0110, problems.at(token), named(token))
                .withHelp(
                        token.getText().equals("#")
                                ? "comments begin with `//`; not equal is `!=`"
                                : "names and operators are ASCII; anything may stand in comments"));
    }

    private String named(Token token) {
        int character = source.text().codePointAt(token.getStartIndex());
        String number = String.format(Locale.ROOT, "U+%04X", character);
        boolean shown = !Character.isISOControl(character)
                && !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.isDefined(character);
        return shown ? "`" + Character.toString(character) + "` (" + number + ")" : "the character " + number;
    }
}
