/** Which outcomes of racing accesses the runtime must never show; jcstress looks for them. */
@NullMarked
package dev.baton.stress;

import org.jspecify.annotations.NullMarked;
