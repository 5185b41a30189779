/** Z3 as the SMT engine uses it: terms translated step by step, questions that can be stopped, answers read back. */
@NullMarked
package dev.baton.checker.smt.solver;

import org.jspecify.annotations.NullMarked;
