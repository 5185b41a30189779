/**
 * The compiled search: a system becomes packed states and JVM code, and every reachable state is visited breadth first.
 */
@NullMarked
package dev.baton.checker.explicit;

import org.jspecify.annotations.NullMarked;
