/** See the package of the same name in {@code src/main}. */
@NullMarked
package dev.baton.checker.process;

import org.jspecify.annotations.NullMarked;
