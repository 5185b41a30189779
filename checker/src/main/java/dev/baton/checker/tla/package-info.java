/**
 * TLA+: {@code TransitionSystem} to a module and a configuration a TLA+ person can read, and TLC run on them in JVMs of
 * its own. Nothing outside this package knows TLA+.
 */
@NullMarked
package dev.baton.checker.tla;

import org.jspecify.annotations.NullMarked;
