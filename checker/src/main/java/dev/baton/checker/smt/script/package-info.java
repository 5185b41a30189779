/** Systems as SMT-LIB text that people and any solver can read. */
@NullMarked
package dev.baton.checker.smt.script;

import org.jspecify.annotations.NullMarked;
