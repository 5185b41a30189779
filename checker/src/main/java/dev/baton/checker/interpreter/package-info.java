/** The interpreter as an engine: the slowest, and the one that every other is compared with. */
@NullMarked
package dev.baton.checker.interpreter;

import org.jspecify.annotations.NullMarked;
