/** Liveness: the graph of states whose steps are known, and its fair cycles. */
@NullMarked
package dev.baton.checker.explicit.liveness;

import org.jspecify.annotations.NullMarked;
