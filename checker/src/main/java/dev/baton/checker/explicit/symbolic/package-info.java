/** Expressions as terms over the words of a state: functions inlined, quantifiers unrolled, values taken apart. */
@NullMarked
package dev.baton.checker.explicit.symbolic;

import org.jspecify.annotations.NullMarked;
