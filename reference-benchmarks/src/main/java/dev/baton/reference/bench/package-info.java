/** Generated implementations beside others of the same kind. */
@NullMarked
package dev.baton.reference.bench;

import org.jspecify.annotations.NullMarked;
