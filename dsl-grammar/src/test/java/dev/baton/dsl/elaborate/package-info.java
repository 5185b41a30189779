/** Tests of the elaborator; their inputs are in {@code src/test/resources}. */
@NullMarked
package dev.baton.dsl.elaborate;

import org.jspecify.annotations.NullMarked;
