/**
 * Values and expressions of the language as terms: structures taken apart into truth values and bit vectors, functions
 * inlined, quantifiers over small domains expanded. It shares no code with the compiled search on purpose: what two
 * translations agree on is worth more than what one says twice.
 */
@NullMarked
package dev.baton.checker.smt.encode;

import org.jspecify.annotations.NullMarked;
