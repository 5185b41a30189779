/** Random well-typed protocols, and what engines say of them. */
@NullMarked
package dev.baton.cli.differential;

import org.jspecify.annotations.NullMarked;
