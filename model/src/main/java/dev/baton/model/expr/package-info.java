/** Typed expressions, operators and state variables: one family for protocols as written and for flat systems. */
@NullMarked
package dev.baton.model.expr;

import org.jspecify.annotations.NullMarked;
