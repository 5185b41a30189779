/** What {@code baton generate} does besides generating: checking first, and writing without harm. */
@NullMarked
package dev.baton.cli.generate;

import org.jspecify.annotations.NullMarked;
