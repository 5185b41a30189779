/**
 * Syntax tree to {@code Protocol}: imports, constants, names, types, statements, and what is doubtful. Passes never
 * throw for what a designer wrote; they say what is wrong and go on.
 */
@NullMarked
package dev.baton.dsl.elaborate;

import org.jspecify.annotations.NullMarked;
