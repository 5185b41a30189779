/**
 * Proofs that can be checked without those who found them: an inductive invariant in a file, what makes it one as
 * questions to solvers, and solvers of several makers.
 */
@NullMarked
package dev.baton.checker.smt.certificate;

import org.jspecify.annotations.NullMarked;
