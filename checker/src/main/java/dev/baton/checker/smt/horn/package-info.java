/** Z3's own search for invariants: Spacer, on Horn clauses, in a process of its own. */
@NullMarked
package dev.baton.checker.smt.horn;

import org.jspecify.annotations.NullMarked;
