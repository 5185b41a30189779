/** Tests of dev.baton.runtime.free. */
@NullMarked
package dev.baton.runtime.free;

import org.jspecify.annotations.NullMarked;
