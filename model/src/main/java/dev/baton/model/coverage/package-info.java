/**
 * What an exhaustive run never used of what was written: actions never enabled, branches never taken, antecedents never
 * true, variables that never change. Engines say what they have seen; what that comes to is said here, once for all.
 */
@NullMarked
package dev.baton.model.coverage;

import org.jspecify.annotations.NullMarked;
