/**
 * Property-directed reachability (IC3): an inductive invariant is put together from clauses, each learned from a state
 * that must not be reached.
 */
@NullMarked
package dev.baton.checker.smt.pdr;

import org.jspecify.annotations.NullMarked;
