/** Reductions, on steps written by hand. */
@NullMarked
package dev.baton.checker.explicit.reduce;

import org.jspecify.annotations.NullMarked;
