/** Whole states as words, and back. */
@NullMarked
package dev.baton.checker.explicit.layout;

import org.jspecify.annotations.NullMarked;
