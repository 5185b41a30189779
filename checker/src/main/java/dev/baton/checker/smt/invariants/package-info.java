/** Small facts that are true of every reachable state, found on samples and proved by induction. */
@NullMarked
package dev.baton.checker.smt.invariants;

import org.jspecify.annotations.NullMarked;
