/**
 * Random walks through a system: what is asked of them, who walks, and what they came by. How a system takes its steps
 * is behind {@link dev.baton.checker.walk.Walker}, which engines implement.
 */
@NullMarked
package dev.baton.checker.walk;

import org.jspecify.annotations.NullMarked;
