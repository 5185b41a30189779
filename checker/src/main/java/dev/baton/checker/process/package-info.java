/**
 * Processes beside this one: in a folder of their own, gone when nobody wants them any more, and, where they answer
 * questions, believed nothing but whole answers. No engine; engines use it.
 */
@NullMarked
package dev.baton.checker.process;

import org.jspecify.annotations.NullMarked;
