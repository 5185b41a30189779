/** Tasks, handlers and actions to methods of a class for each actor. */
@NullMarked
package dev.baton.codegen.actor;

import org.jspecify.annotations.NullMarked;
