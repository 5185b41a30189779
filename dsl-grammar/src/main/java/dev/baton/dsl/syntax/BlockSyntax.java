package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;
import java.util.List;

/**
 * <code>{ … }</code>; also the one {@code if} after {@code else} and the one statement after the {@code =>} of an arm,
 * which stand without braces.
 */
public record BlockSyntax(List<StmtSyntax> statements, Span span) implements Syntax {
    public BlockSyntax {
        statements = List.copyOf(statements);
    }
}
