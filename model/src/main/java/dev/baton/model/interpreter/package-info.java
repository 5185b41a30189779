/** What a system means: states, steps, evaluation, replay, breadth-first search for small systems. */
@NullMarked
package dev.baton.model.interpreter;

import org.jspecify.annotations.NullMarked;
