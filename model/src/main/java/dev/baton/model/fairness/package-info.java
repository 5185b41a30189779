/**
 * Fair behaviours of a finite graph: where it can go round for ever without owing anything to who is treated fairly,
 * and the short lassos that show it. Knows states by their numbers alone.
 */
@NullMarked
package dev.baton.model.fairness;

import org.jspecify.annotations.NullMarked;
