/** Values of protocols as generated code holds them: immutable, and each with a code that is a {@code long}. */
@NullMarked
package dev.baton.runtime.value;

import org.jspecify.annotations.NullMarked;
