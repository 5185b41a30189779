/**
 * Better traces: after an engine has found one, shorter, with fewer faults, with fewer changes from one actor to
 * another, and with the first member to act called the first. What comes out was replayed by the interpreter and shows
 * what went in.
 */
@NullMarked
package dev.baton.trace.minimize;

import org.jspecify.annotations.NullMarked;
