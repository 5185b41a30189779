/**
 * {@code TransitionSystem} to {@code Verdict}: what asking an engine and being answered mean. Each engine is one
 * package below this one, and no engine sees another.
 */
@NullMarked
package dev.baton.checker;

import org.jspecify.annotations.NullMarked;
