/** Names of the generated code. */
@NullMarked
package dev.baton.codegen.names;

import org.jspecify.annotations.NullMarked;
