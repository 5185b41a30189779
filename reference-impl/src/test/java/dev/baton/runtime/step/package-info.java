/** Tests of machines that are stepped. */
@NullMarked
package dev.baton.runtime.step;

import org.jspecify.annotations.NullMarked;
