/** Tests of the TLA+ engine. */
@NullMarked
package dev.baton.checker.tla;

import org.jspecify.annotations.NullMarked;
