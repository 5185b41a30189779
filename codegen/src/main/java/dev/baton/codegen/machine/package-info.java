/** The class of the machine, and the types that a protocol declares. */
@NullMarked
package dev.baton.codegen.machine;

import org.jspecify.annotations.NullMarked;
