/** Expressions to Java. */
@NullMarked
package dev.baton.codegen.expr;

import org.jspecify.annotations.NullMarked;
