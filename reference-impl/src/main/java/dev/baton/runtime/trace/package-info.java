/** Traces of the model that generated code must be able to follow: a text file of them, and who follows them. */
@NullMarked
package dev.baton.runtime.trace;

import org.jspecify.annotations.NullMarked;
