/** Tests of the parts that machines are made of. */
@NullMarked
package dev.baton.runtime;

import org.jspecify.annotations.NullMarked;
