/** The finite types of the language. */
@NullMarked
package dev.baton.model.type;

import org.jspecify.annotations.NullMarked;
