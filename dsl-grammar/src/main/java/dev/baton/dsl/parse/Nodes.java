package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonParser;
import dev.baton.dsl.syntax.EnumMemberSyntax;
import dev.baton.dsl.syntax.Name;
import dev.baton.dsl.syntax.PathSyntax;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What all parts of the tree are made with: spans, names, numbers, doc comments. */
record Nodes(List<Token> tokens, Problems problems) {

    Span span(ParserRuleContext context) {
        Token last = context.getStop();
        return last == null || last.getTokenIndex() < context.getStart().getTokenIndex()
                ? problems.at(
                        context.getStart().getStartIndex(), context.getStart().getStartIndex())
                : problems.at(context.getStart(), last);
    }

    Name name(ParserRuleContext identifier) {
        return new Name(identifier.getText(), span(identifier));
    }

    List<Name> names(List<BatonParser.IdentifierContext> identifiers) {
        return identifiers.stream().map(this::name).toList();
    }

    EnumMemberSyntax enumMember(BatonParser.EnumMemberContext member) {
        return new EnumMemberSyntax(name(member.identifier()), doc(member), span(member));
    }

    PathSyntax path(BatonParser.PathContext path) {
        Optional<Name> second = path.identifier().size() > 1 ? Optional.of(name(path.identifier(1))) : Optional.empty();
        return new PathSyntax(name(path.identifier(0)), second, span(path));
    }

    /** A number as written, decimal or hexadecimal; 0 and a problem if it is too large. */
    int number(Token token) {
        String text = token.getText();
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        try {
            return hex ? Integer.parseInt(text.substring(2), 16) : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            problems.add(Diagnostic.of(Code.B0111, problems.at(token), text, Integer.toString(Integer.MAX_VALUE)));
            return 0;
        }
    }

    void problem(Code code, Span span, String help, String... arguments) {
        problems.add(Diagnostic.of(code, span, arguments).withHelp(help));
    }

    /**
     * The text of the {@code ///} lines right before something, without slashes and one blank. A {@code ///} behind
     * code on the same line, and one above a line without comment, documents nothing.
     */
    Optional<String> doc(ParserRuleContext context) {
        Deque<String> lines = new ArrayDeque<>();
        int expected = -1;
        for (int i = context.getStart().getTokenIndex() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (isCode(token)) {
                break;
            }
            boolean doc = token.getType() == BatonParser.DOC_COMMENT && isDoc(token.getText()) && ownLine(i);
            if (doc && (expected < 0 || token.getLine() == expected)) {
                lines.push(docText(token.getText()));
                expected = token.getLine() - 1;
            } else if (expected >= 0) {
                break;
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    private static boolean isDoc(String text) {
        return !text.startsWith("////");
    }

    private static String docText(String text) {
        String rest = text.substring(3);
        return (rest.startsWith(" ") ? rest.substring(1) : rest).stripTrailing();
    }

    /** Whether no code stands before it on its line. */
    private boolean ownLine(int index) {
        int before = index - 1;
        while (before >= 0 && !isCode(tokens.get(before))) {
            before--;
        }
        return before < 0 || tokens.get(before).getLine() < tokens.get(index).getLine();
    }

    /** A {@code ;} means nothing and may go. */
    private static boolean isCode(Token token) {
        return token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != BatonParser.SEMI;
    }
}
