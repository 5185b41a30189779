/** Tests of traces that tests of generated code are made of. */
@NullMarked
package dev.baton.codegen.trace;

import org.jspecify.annotations.NullMarked;
