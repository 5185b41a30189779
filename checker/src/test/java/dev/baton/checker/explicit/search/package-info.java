/** The search, on systems written by hand. */
@NullMarked
package dev.baton.checker.explicit.search;

import org.jspecify.annotations.NullMarked;
