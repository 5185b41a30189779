/** A machine that a test drives: one step at a time, all of its state to be looked at after each. */
@NullMarked
package dev.baton.runtime.step;

import org.jspecify.annotations.NullMarked;
