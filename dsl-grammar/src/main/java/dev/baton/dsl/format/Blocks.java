package dev.baton.dsl.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/** How what stands in braces, one thing a line, is written. */
record Blocks(TokenDocs tokens) {

    /**
     * Braces and what is in them.
     *
     * @param oneLine whether the writer had it on one line; it stays there if the group around fits
     */
    <T extends ParserRuleContext> Doc block(
            TerminalNode open, List<T> items, TerminalNode close, boolean oneLine, Function<T, Doc> layout) {
        Doc opening = tokens.of(open);
        List<Doc> inside = new ArrayList<>();
        for (T item : items) {
            Doc gap = tokens.gap(item);
            if (inside.isEmpty()) {
                inside.add(oneLine ? Doc.LINE : Doc.HARD);
            } else {
                inside.add(oneLine ? new Doc.Line("; ") : gap);
            }
            inside.add(tokens.commentsBefore(item));
            inside.add(layout.apply(item));
        }
        Doc gap = tokens.gapBefore(close.getSymbol());
        List<Doc> dangling = tokens.dangling(close.getSymbol());
        if (!dangling.isEmpty()) {
            inside.add(inside.isEmpty() ? Doc.HARD : gap);
            inside.addAll(dangling);
        }
        if (inside.isEmpty()) {
            return Doc.concat(opening, Doc.SPACE, tokens.of(close));
        }
        boolean flat = oneLine && dangling.isEmpty();
        return Doc.concat(opening, Doc.nest(2, Doc.concat(inside)), flat ? Doc.LINE : Doc.HARD, tokens.of(close));
    }

    static boolean oneLine(TerminalNode open, TerminalNode close) {
        return open.getSymbol().getLine() == close.getSymbol().getLine();
    }
}
