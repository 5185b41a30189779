/** Tests of dev.baton.runtime.value. */
@NullMarked
package dev.baton.runtime.value;

import org.jspecify.annotations.NullMarked;
