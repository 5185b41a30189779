/** Tests of generated code along traces of the model. */
@NullMarked
package dev.baton.codegen.trace;

import org.jspecify.annotations.NullMarked;
