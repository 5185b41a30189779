/** Formulas over truth values and bit vectors: what the SMT engine asks a solver. */
@NullMarked
package dev.baton.checker.smt.term;

import org.jspecify.annotations.NullMarked;
