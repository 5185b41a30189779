/** Small systems for tests of the SMT engine. */
@NullMarked
package dev.baton.checker.smt;

import org.jspecify.annotations.NullMarked;
