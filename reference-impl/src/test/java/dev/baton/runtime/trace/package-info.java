/** Tests of trace files. */
@NullMarked
package dev.baton.runtime.trace;

import org.jspecify.annotations.NullMarked;
