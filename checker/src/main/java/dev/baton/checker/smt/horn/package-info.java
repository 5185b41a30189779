/** Z3's own search for invariants: Spacer, on Horn clauses. */
@NullMarked
package dev.baton.checker.smt.horn;

import org.jspecify.annotations.NullMarked;
