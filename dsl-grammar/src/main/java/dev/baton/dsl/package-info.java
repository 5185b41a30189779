/**
 * Text to {@code Protocol}: grammar, syntax tree, names, types, warnings and the formatter of {@code .baton} files. The
 * only package that sees ANTLR; only the command line and tests see it.
 */
@NullMarked
package dev.baton.dsl;

import org.jspecify.annotations.NullMarked;
