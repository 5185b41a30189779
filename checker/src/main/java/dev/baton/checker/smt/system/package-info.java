/** A system as formulas: what is kept of a state, how a step changes it, what is asked. */
@NullMarked
package dev.baton.checker.smt.system;

import org.jspecify.annotations.NullMarked;
