/** Values as bits, and back. */
@NullMarked
package dev.baton.checker.explicit.encode;

import org.jspecify.annotations.NullMarked;
