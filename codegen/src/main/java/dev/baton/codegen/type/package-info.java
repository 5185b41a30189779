/** Types to Java types, and to codes of their values. */
@NullMarked
package dev.baton.codegen.type;

import org.jspecify.annotations.NullMarked;
