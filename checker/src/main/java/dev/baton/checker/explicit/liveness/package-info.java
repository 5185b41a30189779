/** Liveness: the graph of all reachable states, and its fair cycles. */
@NullMarked
package dev.baton.checker.explicit.liveness;

import org.jspecify.annotations.NullMarked;
