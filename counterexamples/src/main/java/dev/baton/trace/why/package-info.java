/**
 * Where a counterexample comes from: the writes that led to the offending values, the step that lost the property, the
 * pair of steps whose order decided, the faults that were needed, and why an action was not enabled.
 */
@NullMarked
package dev.baton.trace.why;

import org.jspecify.annotations.NullMarked;
