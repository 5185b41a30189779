/** Random terms, types and values: what the tests of the compiled search ask about. */
@NullMarked
package dev.baton.checker.explicit.draw;

import org.jspecify.annotations.NullMarked;
