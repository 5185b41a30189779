/** Tests of dev.baton.runtime.process. */
@NullMarked
package dev.baton.runtime.process;

import org.jspecify.annotations.NullMarked;
