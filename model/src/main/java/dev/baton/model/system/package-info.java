/** A protocol with its domain removed: variables, actions, fairness, properties. */
@NullMarked
package dev.baton.model.system;

import org.jspecify.annotations.NullMarked;
