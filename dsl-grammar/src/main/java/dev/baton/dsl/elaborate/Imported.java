package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.SyntaxFile;
import dev.baton.model.source.Span;

/**
 * A file that another one imports, itself or through others; each file once, after those it imports.
 *
 * @param at the {@code import} by which it came in
 */
public record Imported(SyntaxFile file, Span at) {}
