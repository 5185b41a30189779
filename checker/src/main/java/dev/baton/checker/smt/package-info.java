/** The engine that asks SMT solvers: systems as formulas, and what is found out about them without visiting states. */
@NullMarked
package dev.baton.checker.smt;

import org.jspecify.annotations.NullMarked;
