/** Proofs without a bound: several methods at once, the first answer wins. */
@NullMarked
package dev.baton.checker.smt.prove;

import org.jspecify.annotations.NullMarked;
