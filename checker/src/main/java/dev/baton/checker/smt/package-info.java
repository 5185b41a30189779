/** Engines that ask solvers: proofs for behaviours of any length. */
@NullMarked
package dev.baton.checker.smt;

import org.jspecify.annotations.NullMarked;
