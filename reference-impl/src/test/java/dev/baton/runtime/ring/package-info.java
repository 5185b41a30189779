/** The published ring, as the generator writes it. */
@NullMarked
package dev.baton.runtime.ring;

import org.jspecify.annotations.NullMarked;
