/** Kernels that run by themselves: each strand a thread, interrupts between two steps, waiting without spinning. */
@NullMarked
package dev.baton.runtime.free;

import org.jspecify.annotations.NullMarked;
