/** A protocol to Java on the runtime of {@code reference-impl}. */
@NullMarked
package dev.baton.codegen;

import org.jspecify.annotations.NullMarked;
