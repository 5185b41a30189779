/**
 * A protocol as its designer wrote it, with names resolved and types known: actors, channels, IPIs, memory, faults,
 * statements.
 */
@NullMarked
package dev.baton.model.protocol;

import org.jspecify.annotations.NullMarked;
