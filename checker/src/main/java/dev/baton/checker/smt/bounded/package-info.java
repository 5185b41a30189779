/**
 * Bounded model checking: a system's steps written down so many times one after the other, and a solver that is asked
 * for counterexamples of that length, the shortest first. It knows nothing of what takes longer.
 */
@NullMarked
package dev.baton.checker.smt.bounded;

import org.jspecify.annotations.NullMarked;
