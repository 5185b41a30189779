/**
 * The syntax tree: what was written and where, and nothing more. Names are not resolved ({@code x.y} may be a field, a
 * variable of an actor or half of a channel; {@code f(a)} may be a function, a question or a member of an index type),
 * nothing has a type, and what is not yet supported is here too. Parentheses and comments are gone.
 */
@NullMarked
package dev.baton.dsl.syntax;

import org.jspecify.annotations.NullMarked;
