/**
 * The search of everything that a compiled system can reach: the visited set off the heap, breadth-first layers with
 * any number of workers, and the way back to the first state. Knows nothing of how a system came to be code.
 */
@NullMarked
package dev.baton.checker.explicit.search;

import org.jspecify.annotations.NullMarked;
