/**
 * What a generated implementation of a protocol runs on: shared words, doorbells, channels, lives, owners, and cores
 * that take steps. Knows the JDK alone.
 */
@NullMarked
package dev.baton.runtime;

import org.jspecify.annotations.NullMarked;
