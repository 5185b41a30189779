/**
 * The trace: states, steps, lassos and message arrows; minimising and explaining them; ITF JSON in and out; text,
 * sequence-diagram and HTML views. It sees the model alone and knows no engine.
 */
@NullMarked
package dev.baton.trace;

import org.jspecify.annotations.NullMarked;
