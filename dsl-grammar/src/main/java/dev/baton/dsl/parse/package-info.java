/**
 * Text to syntax tree: files are read, cut into tokens, parsed, and told in the designer's words what is wrong with
 * them. {@link dev.baton.dsl.parse.Parser} is the door.
 */
@NullMarked
package dev.baton.dsl.parse;

import org.jspecify.annotations.NullMarked;
