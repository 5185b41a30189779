/** Faults that are seeded in generated code and in the runtime, and what catches them: {@code bench/mutants}. */
@NullMarked
package dev.baton.cli.mutants;

import org.jspecify.annotations.NullMarked;
