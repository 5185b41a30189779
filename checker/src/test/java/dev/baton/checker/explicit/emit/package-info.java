/** Generated code computes what its terms say. */
@NullMarked
package dev.baton.checker.explicit.emit;

import org.jspecify.annotations.NullMarked;
