/** The one style of {@code .baton} files: {@link dev.baton.dsl.format.Formatter}. */
@NullMarked
package dev.baton.dsl.format;

import org.jspecify.annotations.NullMarked;
