/** Small machines that tests run. */
@NullMarked
package dev.baton.runtime.sample;

import org.jspecify.annotations.NullMarked;
