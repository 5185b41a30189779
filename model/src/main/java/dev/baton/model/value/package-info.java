/** Values of the finite types, and types as sets of values. */
@NullMarked
package dev.baton.model.value;

import org.jspecify.annotations.NullMarked;
