/** Where in the words of a packed state each variable is, and packing and unpacking of whole states. */
@NullMarked
package dev.baton.checker.explicit.layout;

import org.jspecify.annotations.NullMarked;
