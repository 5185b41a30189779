/** See the package of the same name in {@code src/main}. */
@NullMarked
package dev.baton.checker.smt.term;

import org.jspecify.annotations.NullMarked;
