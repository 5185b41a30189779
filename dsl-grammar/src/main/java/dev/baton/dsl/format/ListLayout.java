package dev.baton.dsl.format;

import static dev.baton.dsl.format.Doc.LINE;
import static dev.baton.dsl.format.Doc.SOFT;
import static dev.baton.dsl.format.Doc.SPACE;
import static dev.baton.dsl.format.Doc.concat;
import static dev.baton.dsl.format.Doc.group;
import static dev.baton.dsl.format.Doc.nest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/** How elements with commas between are written, whatever they are. */
final class ListLayout {
    private final TokenDocs tokens;

    ListLayout(TokenDocs tokens) {
        this.tokens = tokens;
    }

    /** A list in brackets: on one line, or one element a line. */
    Doc list(
            TerminalNode open,
            List<? extends ParserRuleContext> elements,
            List<TerminalNode> commas,
            TerminalNode close,
            Function<ParserRuleContext, Doc> layout) {
        Doc opening = tokens.of(open);
        List<Doc> inside = elements(elements, commas, SOFT, layout);
        inside.addAll(danglers(close));
        return inside.isEmpty()
                ? concat(opening, tokens.of(close))
                : group(opening, nest(2, concat(inside)), SOFT, tokens.of(close));
    }

    /** A list in braces: {@code { a, b }}, or one element a line with a comma behind each. */
    Doc braces(
            TerminalNode open,
            List<? extends ParserRuleContext> elements,
            List<TerminalNode> commas,
            TerminalNode close,
            boolean broken,
            Function<ParserRuleContext, Doc> layout) {
        Doc opening = tokens.of(open);
        List<Doc> inside = elements(elements, commas, broken ? Doc.HARD : LINE, layout);
        if (!elements.isEmpty()) {
            inside.add(new Doc.Choice(",", ""));
        }
        inside.addAll(danglers(close));
        return inside.isEmpty()
                ? concat(opening, tokens.of(close))
                : group(opening, nest(2, concat(inside)), broken ? Doc.HARD : LINE, tokens.of(close));
    }

    private List<Doc> elements(
            List<? extends ParserRuleContext> elements,
            List<TerminalNode> commas,
            Doc first,
            Function<ParserRuleContext, Doc> layout) {
        List<Doc> all = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            all.add(i == 0 ? first : LINE);
            all.add(layout.apply(elements.get(i)));
            if (i < elements.size() - 1) {
                all.add(tokens.of(commas.get(i)));
            }
        }
        return all;
    }

    private List<Doc> danglers(TerminalNode close) {
        Doc gap = tokens.gapBefore(close.getSymbol());
        List<Doc> all = tokens.dangling(close.getSymbol());
        if (!all.isEmpty()) {
            all.addFirst(gap);
        }
        return all;
    }

    /** {@code a, b, c}, never broken. */
    List<Doc> separated(
            List<? extends ParserRuleContext> elements,
            List<TerminalNode> commas,
            Function<ParserRuleContext, Doc> layout) {
        List<Doc> all = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            all.add(layout.apply(elements.get(i)));
            if (i < elements.size() - 1) {
                all.add(tokens.of(commas.get(i)));
                all.add(SPACE);
            }
        }
        return all;
    }
}
