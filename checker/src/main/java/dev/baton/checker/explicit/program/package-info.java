/** A system as terms: every action under every binding of its parameters, and every predicate. */
@NullMarked
package dev.baton.checker.explicit.program;

import org.jspecify.annotations.NullMarked;
