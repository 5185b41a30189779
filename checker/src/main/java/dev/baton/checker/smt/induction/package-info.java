/** k-induction. */
@NullMarked
package dev.baton.checker.smt.induction;

import org.jspecify.annotations.NullMarked;
