/** What it is to prove that states can't be reached, whoever does it. */
@NullMarked
package dev.baton.checker.smt.proof;

import org.jspecify.annotations.NullMarked;
