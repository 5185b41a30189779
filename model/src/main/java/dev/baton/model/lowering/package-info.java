/**
 * Protocol to TransitionSystem: IPIs, channels, memory models, faults, control and ownership become variables and
 * actions.
 */
@NullMarked
package dev.baton.model.lowering;

import org.jspecify.annotations.NullMarked;
