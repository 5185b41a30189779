/** Tests of dev.baton.runtime.log. */
@NullMarked
package dev.baton.runtime.log;

import org.jspecify.annotations.NullMarked;
