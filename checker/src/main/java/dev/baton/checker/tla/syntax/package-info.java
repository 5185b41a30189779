/** TLA+ as text: terms, and how they are laid out on lines. Knows nothing of Baton. */
@NullMarked
package dev.baton.checker.tla.syntax;

import org.jspecify.annotations.NullMarked;
