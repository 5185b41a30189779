/** Terms mean what they meant before they were folded. */
@NullMarked
package dev.baton.checker.explicit.ir;

import org.jspecify.annotations.NullMarked;
